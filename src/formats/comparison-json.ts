import { comparePath, statementPath } from "../permalinks.ts";
import type { Statement } from "../statements/statement.ts";
import type { ComparedParagraph } from "../text/compare-wordings.ts";
import { type RevisionJson, revisionJson } from "./statement-json.ts";

/** Two revisions of a statement, word by word. Addresses begin with `/`. */
export interface ComparisonJson {
  id: string;
  permalink: string;
  /** Of this comparison. */
  short: string;
  from: RevisionJson;
  to: RevisionJson;
  /** In order; a part is the same in both, or only in `to` (added), or only in `from` (removed). */
  paragraphs: ComparedParagraph[];
}

/** `present` is the statement's present wording; `paragraphs` lead from revision `from` to revision `to`. */
export function comparisonJson(
  present: Statement,
  from: Statement,
  to: Statement,
  paragraphs: ComparedParagraph[],
): ComparisonJson {
  return {
    id: present.id,
    permalink: statementPath(present),
    short: comparePath(present.id, from.revision, to.revision),
    from: markOf(from),
    to: markOf(to),
    paragraphs: paragraphs.map(({ changed, parts }) => ({ changed, parts })),
  };
}

/** Both as text: what was removed in `[-…-]`, what was added in `{+…+}`, as `wdiff` marks words. */
export function comparisonText(paragraphs: ComparedParagraph[]): string {
  const marked = { same: (text: string) => text, removed: removedText, added: addedText };
  const texts = paragraphs.map(({ parts }) =>
    parts.map(({ kind, text }) => marked[kind](text)).join(""),
  );
  return `${texts.join("\n\n")}\n`;
}

function removedText(text: string): string {
  return `[-${text}-]`;
}

function addedText(text: string): string {
  return `{+${text}+}`;
}

function markOf(statement: Statement): RevisionJson {
  const mark = statement.revisions.find(({ n }) => n === statement.revision);
  if (!mark) throw new RangeError(`expected revision ${statement.revision} of ${statement.id}`);
  return revisionJson(statement.id, mark);
}
