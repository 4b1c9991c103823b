import { revisionPath, shortPath, statementPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type {
  Instant,
  RevisionMark,
  SourceMark,
  Statement,
  StatementEvent,
  TextFormat,
  Withdrawal,
} from "../statements/statement.ts";
import { paragraphsOf } from "../text/paragraphs.ts";

/** A statement, or one revision of it. Addresses begin with `/`. */
export interface StatementJson {
  id: string;
  /** Of the statement, in whatever wording it stands there. */
  permalink: string;
  short: string;
  date: IsoDate;
  headline: string;
  /** Whether the headline was taken from the text. */
  headlineDerived: boolean;
  place: string | null;
  agency: string | null;
  /** A BCP 47 tag. */
  language: string;
  /** Where the publisher has it; `null` where the file names no address. */
  url: string | null;
  rights: string | null;
  tags: string[];
  /** How `text` is to be read. */
  format: TextFormat;
  /** `anchor` without `#`; `text` as typed. */
  paragraphs: { anchor: string; text: string }[];
  /** The whole text as typed; of a Markdown statement its Markdown. */
  text: string;
  /** The number of this revision. */
  revision: number;
  /** All, oldest first. */
  revisions: RevisionJson[];
  /** The file that brought this revision. */
  source: SourceMark;
  /** `null` where it is not withdrawn. */
  withdrawn: Withdrawal | null;
  /** Every withdrawal and restoration, oldest first. */
  events: StatementEvent[];
}

export interface RevisionJson {
  n: number;
  short: string;
  seenAt: Instant;
  sha256: string;
  /** What the publisher said of this correction; `null` for what an import brought. */
  note: string | null;
  /** Whether its words were taken away: then its address answers 410. */
  gone: boolean;
}

/** `present` is the statement's present wording, under whose date it stands. */
export function statementJson(statement: Statement, present: Statement = statement): StatementJson {
  const { id, source } = statement;
  return {
    id,
    permalink: statementPath(present),
    short: shortPath(id),
    date: statement.date,
    headline: statement.headline,
    headlineDerived: statement.headlineDerived,
    place: statement.place,
    agency: statement.agency,
    language: statement.language,
    url: statement.url,
    rights: statement.rights,
    tags: statement.tags,
    format: statement.format,
    paragraphs: paragraphsOf(statement).map(({ anchor, text }) => ({ anchor, text })),
    text: statement.text,
    revision: statement.revision,
    revisions: statement.revisions.map((revision) => revisionJson(id, revision)),
    source: { file: source.file, sha256: source.sha256, importedAt: source.importedAt },
    withdrawn: statement.withdrawn,
    events: statement.events,
  };
}

export function revisionJson(id: string, mark: RevisionMark): RevisionJson {
  const { n, seenAt, sha256, note, gone } = mark;
  return { n, short: revisionPath(id, n), seenAt, sha256, note, gone };
}
