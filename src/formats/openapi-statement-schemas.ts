import type { StatementEvent, Withdrawal } from "../statements/statement.ts";
import type { ComparedParagraph } from "../text/compare-wordings.ts";
import type { ChangeJson, ChangesJson } from "./changes.ts";
import type { CheckDifference, CheckJson, CheckMatch } from "./check-json.ts";
import type { ComparisonJson } from "./comparison-json.ts";
import type { ListJson, SummaryJson } from "./list-json.ts";
import {
  agency,
  arrayOf,
  count,
  date,
  dateOrNull,
  headlineDerived,
  id,
  instant,
  language,
  objectOf,
  path,
  pathOrNull,
  place,
  ref,
  type Schema,
  sha256,
  text,
  textOrNull,
  truth,
} from "./openapi-schema.ts";
import type { RevisionJson, StatementJson } from "./statement-json.ts";

/** `null` for a statement that is not withdrawn. */
const withdrawn: Schema = {
  ...objectOf<Withdrawal>({ at: instant, reason: text }),
  type: ["object", "null"],
  description: "When and why it was withdrawn, where its words stay readable.",
};

export const summary = objectOf<SummaryJson>({
  id,
  permalink: path,
  short: path,
  date,
  headline: text,
  headlineDerived,
  place,
  agency,
  language,
  excerpt: text,
  withdrawn,
});

export const list = objectOf<ListJson>(
  {
    total: { ...count, description: "Over all pages." },
    from: dateOrNull,
    to: dateOrNull,
    next: { ...pathOrNull, description: "The data of the next page." },
    previous: { ...pathOrNull, description: "The data of the page before." },
    statements: arrayOf(ref("Summary")),
    days: {
      ...arrayOf(objectOf<{ date: string; count: number }>({ date, count })),
      description: "Of a year, month or day: its days with statements.",
    },
  },
  ["days"],
);

export const revision = objectOf<RevisionJson>({
  n: { type: "integer", minimum: 1 },
  short: path,
  seenAt: instant,
  sha256,
  note: { ...textOrNull, description: "What the publisher said of this correction." },
  gone: { ...truth, description: "Whether its words were taken away: its address answers 410." },
});

export const statement = objectOf<StatementJson>({
  id,
  permalink: { ...path, description: "Of the statement, in whatever wording it stands there." },
  short: path,
  date,
  headline: text,
  headlineDerived,
  place,
  agency,
  language,
  url: { ...textOrNull, description: "Where the publisher has it." },
  rights: textOrNull,
  tags: arrayOf(text),
  format: { enum: ["text", "markdown"], description: "How `text` is to be read." },
  paragraphs: arrayOf(objectOf<{ anchor: string; text: string }>({ anchor: text, text })),
  text: { ...text, description: "As typed; of a Markdown statement its Markdown." },
  revision: { type: "integer", minimum: 1 },
  revisions: arrayOf(ref("Revision")),
  source: objectOf<StatementJson["source"]>({ file: text, sha256, importedAt: instant }),
  withdrawn,
  events: {
    ...arrayOf(
      objectOf<StatementEvent>({
        kind: { type: "string", enum: ["withdrawn", "restored"] },
        at: instant,
        reason: textOrNull,
      }),
    ),
    description: "Every withdrawal and restoration, oldest first.",
  },
});

export const check = objectOf<CheckJson>({
  verdict: {
    enum: ["exact", "altered", "absent"],
    description: "Word for word, in other words, or not at all.",
  },
  matches: arrayOf(
    objectOf<CheckMatch>(
      {
        id,
        permalink: path,
        short: { ...path, description: "Of an earlier wording where only that one holds it." },
        date,
        passage: text,
        differences: {
          ...arrayOf(objectOf<CheckDifference>({ quoted: text, archived: text })),
          description: "Words of the quotation, and those of the archive in their place.",
        },
        withdrawn: {
          ...objectOf<Withdrawal>({ at: instant, reason: text }),
          description: "Only of a statement that is withdrawn.",
        },
      },
      ["withdrawn"],
    ),
  ),
});

export const comparison = objectOf<ComparisonJson>({
  id,
  permalink: path,
  short: path,
  from: ref("Revision"),
  to: ref("Revision"),
  paragraphs: arrayOf(
    objectOf<ComparedParagraph>({
      changed: truth,
      parts: arrayOf(
        objectOf<ComparedParagraph["parts"][number]>({
          kind: { enum: ["same", "added", "removed"] },
          text,
        }),
      ),
    }),
  ),
});

export const changes = objectOf<ChangesJson>({
  next: { ...pathOrNull, description: "The data of the page with the next earlier changes." },
  changes: arrayOf(
    objectOf<ChangeJson>({
      at: instant,
      kind: { enum: ["added", "revised", "withdrawn", "restored"] },
      note: { ...textOrNull, description: "What the publisher said of it." },
      id,
      short: path,
      date,
      compare: { ...pathOrNull, description: "What a revision changed, word by word." },
      statement: { ...summary, type: ["object", "null"] },
    }),
  ),
});
