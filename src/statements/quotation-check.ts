import type { StatementSummary } from "./statement.ts";

/** Words in a row that the quotation and the archive share (`same`), or that only one of them has. */
export interface CheckedWords {
  kind: "same" | "quoted" | "archived";
  text: string;
  /** Whether white space stands before them. */
  apart: boolean;
}

/** Where the archive holds a quotation, word for word or nearly. */
export interface CheckedPassage {
  statement: StatementSummary;
  /** The revision that holds it, and whether it is the present wording. */
  revision: number;
  present: boolean;
  /** As the page shows it, white space too. */
  passage: string;
  /** How it differs: the `same` and `archived` words are the passage, the `same` and `quoted` ones the quotation. Empty where it does not. */
  words: CheckedWords[];
}

/** What the archive says of a quotation. */
export interface QuotationCheck {
  verdict: "exact" | "altered" | "absent";
  /** Of one verdict: word for word, the newest first; altered, the nearest first. */
  passages: CheckedPassage[];
  /** Whether more statements hold it. */
  more: boolean;
}
