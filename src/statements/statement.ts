import type { IsoDate } from "./iso-date.ts";

/** An instant as RFC 3339 in UTC, to the second: `2023-02-23T06:40:00Z`. */
export type Instant = string;

/** How a text is to be read: every character literally, or as Markdown. */
export type TextFormat = "text" | "markdown";

/** A rendered block of a Markdown statement: its Markdown as typed, and its HTML, which is safe to print. */
export interface RenderedBlock {
  text: string;
  html: string;
}

/** Everything that a file says: the content of one revision. Equal contents make no new revision. */
export interface Content {
  date: IsoDate;
  /** The words after the header, line ends as `\n`, blank lines at the end left off, otherwise as typed. */
  text: string;
  format: TextFormat;
  /** What the statement is listed under: its own title, or words from its first sentence, at most 120 characters. */
  headline: string;
  /** Whether the headline was taken from the text, because the file has no title. */
  headlineDerived: boolean;
  place: string | null;
  agency: string | null;
  /** A BCP 47 language tag in its usual case: `en`, `zh-Hant`. */
  language: string;
  /** Where the statement was first published: an `http` or `https` address. */
  url: string | null;
  rights: string | null;
  /** In the file's order, none twice. */
  tags: string[];
  /** The words after the headline, for lists: plain, one line, at most 240 characters, cut at a word with "…". May be empty. */
  excerpt: string;
  /** The top-level blocks of a Markdown text, in order; `null` for a literal text. */
  blocks: RenderedBlock[] | null;
}

/** That the publisher withdrew a statement, whose words stay readable. */
export interface Withdrawal {
  at: Instant;
  /** The publisher's words: one line. */
  reason: string;
}

/** What the publisher did to a statement as a whole. */
export interface StatementEvent {
  kind: "withdrawn" | "restored";
  at: Instant;
  /** The publisher's words: one line; `null` where none were given. */
  reason: string | null;
}

/** What a list shows of a statement. */
export interface StatementSummary {
  id: string;
  date: IsoDate;
  /** The first headline's first words in ASCII, or `null`; it never changes. */
  slug: string | null;
  headline: string;
  headlineDerived: boolean;
  place: string | null;
  agency: string | null;
  language: string;
  excerpt: string;
  /** `null` where it is not withdrawn. */
  withdrawn: Withdrawal | null;
}

/** A statement in a list. */
export interface ListedStatement extends StatementSummary {
  /** When readers first saw what last happened to it: its present wording, or a withdrawal or restoration since. */
  changedAt: Instant;
}

/** A file as it was when a statement was read from it. */
export interface SourceMark {
  /** The path under the import folder; bytes that are not UTF-8 as `\xNN`. */
  file: string;
  /** SHA-256 of the file's bytes, 64 lower-case hexadecimal digits. */
  sha256: string;
  importedAt: Instant;
}

/** The words of one wording, by its number. */
export interface StatementWording extends Pick<Content, "text" | "format" | "blocks"> {
  n: number;
}

/** One wording of a statement: 1 is the first. */
export interface RevisionMark {
  n: number;
  seenAt: Instant;
  /** Of the file that brought this wording. */
  sha256: string;
  /** What the publisher said of this correction: one line; `null` for what an import brought. */
  note: string | null;
  /** Whether its words were taken away: then it is a `Tombstone`. */
  gone: boolean;
}

/** A statement, or an earlier revision of it: then content and source are of that revision. */
export interface Statement extends Content {
  id: string;
  slug: string | null;
  /** The number of this revision. */
  revision: number;
  /** All revisions, oldest first; the last one is the present wording. */
  revisions: RevisionMark[];
  /** The file that brought this revision. */
  source: SourceMark;
  /** When the statement first came into the archive. */
  firstImportedAt: Instant;
  /** `null` where it is not withdrawn. */
  withdrawn: Withdrawal | null;
  /** Every withdrawal and restoration, in the order in which they came. */
  events: StatementEvent[];
  /** Every other name under which the same words were given, in the order in which they came. */
  otherFiles: string[];
}
