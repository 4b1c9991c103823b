import { revisionPath, shortPath, statementPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type {
  CheckedPassage,
  CheckedWords,
  QuotationCheck,
} from "../statements/quotation-check.ts";
import type { Withdrawal } from "../statements/statement.ts";

/** Whether the archive holds a quotation. Addresses begin with `/`. */
export interface CheckJson {
  verdict: QuotationCheck["verdict"];
  matches: CheckMatch[];
}

export interface CheckMatch {
  id: string;
  permalink: string;
  /** Of the statement; of an earlier revision where the present wording does not hold the passage. */
  short: string;
  date: IsoDate;
  /** The words of the archive. */
  passage: string;
  /** Empty where the passage is the quotation, word for word. */
  differences: CheckDifference[];
  /** Only of a statement that is withdrawn. */
  withdrawn?: Withdrawal;
}

/** Words of the quotation and what the archive has in their place; one of the two may be empty. */
export interface CheckDifference {
  quoted: string;
  archived: string;
}

export function checkJson({ verdict, passages }: QuotationCheck): CheckJson {
  return {
    verdict,
    matches: passages.map(({ statement, revision, present, passage, words }) => ({
      id: statement.id,
      permalink: statementPath(statement),
      short: present ? shortPath(statement.id) : revisionPath(statement.id, revision),
      date: statement.date,
      passage,
      differences: differencesOf(words),
      ...(statement.withdrawn && { withdrawn: statement.withdrawn }),
    })),
  };
}

/** As text: the verdict, then of each match its date, address, whether it is withdrawn, passage and differences. */
export function checkText(check: QuotationCheck): string {
  const matches = check.passages.map(textOf);
  return `${[check.verdict, ...matches].join("\n\n")}\n`;
}

function textOf({ statement, revision, present, passage, words }: CheckedPassage): string {
  const address = present ? shortPath(statement.id) : revisionPath(statement.id, revision);
  const differences = differencesOf(words).map(
    ({ quoted, archived }) => `[-${quoted}-] {+${archived}+}`,
  );
  const { date, headline, withdrawn } = statement;
  const mark = withdrawn ? [`Withdrawn ${withdrawn.at}: ${withdrawn.reason}`] : [];
  return [`${date} ${headline}`, address, ...mark, passage, ...differences].join("\n");
}

function differencesOf(words: CheckedWords[]): CheckDifference[] {
  const differences: CheckDifference[] = [];
  let open: CheckDifference | null = null;
  for (const { kind, text, apart } of words) {
    if (kind === "same") open = null;
    else {
      if (open === null) {
        open = { quoted: "", archived: "" };
        differences.push(open);
      }
      open[kind] += open[kind] === "" || !apart ? text : ` ${text}`;
    }
  }
  return differences;
}
