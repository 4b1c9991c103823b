import type { StatementEvent, Withdrawal } from "../statements/statement.ts";
import type { Tombstone } from "../store/store.ts";
import type { ComparedParagraph } from "../text/compare-wordings.ts";
import type { AboutJson } from "./about.ts";
import type { ChangeJson, ChangesJson } from "./changes.ts";
import type { CheckDifference, CheckJson, CheckMatch } from "./check-json.ts";
import type { CslItem } from "./citations/csl-json.ts";
import type { ComparisonJson } from "./comparison-json.ts";
import type { ListJson, SummaryJson } from "./list-json.ts";
import type { proofJson, statementProofJson } from "./proof-json.ts";
import type { RevisionJson, StatementJson } from "./statement-json.ts";

/** A schema in the dialect of OpenAPI 3.1, which is JSON Schema 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: "string" };
const textOrNull: Schema = { type: ["string", "null"] };
const truth: Schema = { type: "boolean" };
const count: Schema = { type: "integer", minimum: 0 };
const date: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "A day." };
const dateOrNull: Schema = { ...date, type: ["string", "null"] };
const instant: Schema = { type: "string", format: "date-time", description: "UTC, RFC 3339." };
const path: Schema = { type: "string", pattern: "^/", description: "An address of this site." };
const pathOrNull: Schema = { ...path, type: ["string", "null"] };
const sha256: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
const language: Schema = { type: "string", description: "A BCP 47 tag." };

const id: Schema = { type: "string", pattern: "^[0-9a-z]{10}$" };
const place: Schema = { ...textOrNull, description: "The place that the dateline names." };
const agency: Schema = { ...textOrNull, description: "The agency that the dateline names." };
const headlineDerived: Schema = {
  ...truth,
  description: "Whether the headline was taken from the text.",
};

/** `null` for a statement that is not withdrawn. */
const withdrawn: Schema = {
  ...objectOf<Withdrawal>({ at: instant, reason: text }),
  type: ["object", "null"],
  description: "When and why it was withdrawn, where its words stay readable.",
};

const summary = objectOf<SummaryJson>({
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

const list = objectOf<ListJson>(
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

const revision = objectOf<RevisionJson>({
  n: { type: "integer", minimum: 1 },
  short: path,
  seenAt: instant,
  sha256,
  note: { ...textOrNull, description: "What the publisher said of this correction." },
  gone: { ...truth, description: "Whether its words were taken away: its address answers 410." },
});

const statement = objectOf<StatementJson>({
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

const check = objectOf<CheckJson>({
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

const comparison = objectOf<ComparisonJson>({
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

const changes = objectOf<ChangesJson>({
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

const names = arrayOf(objectOf<{ name: string; count: number }>({ name: text, count }));

const about = objectOf<AboutJson>({
  title: text,
  contact: textOrNull,
  rights: textOrNull,
  total: count,
  first: dateOrNull,
  last: dateOrNull,
  headlinesDerived: count,
  laterRevisions: count,
  files: count,
  missingFiles: count,
  changedAt: { ...instant, type: ["string", "null"] },
  sample: truth,
  agencies: names,
  places: names,
  languages: names,
});

const links = arrayOf(objectOf<{ label: string; href: string }>({ label: text, href: path }));

/** RFC 9457. */
const problem: Schema = {
  type: "object",
  required: ["status", "title", "detail", "faults", "links"],
  properties: {
    status: { type: "integer" },
    title: { ...text, description: "The status in words." },
    detail: text,
    faults: {
      ...arrayOf({
        type: "object",
        required: ["field", "typed", "message", "suggestions"],
        properties: { field: text, typed: text, message: text, suggestions: links },
      }),
      description: "The values that could not be taken.",
    },
    links,
    gone: {
      ...objectOf<Tombstone>({
        id,
        date,
        reason: text,
        removedAt: instant,
        agency: { ...textOrNull, description: "Whose statement it was." },
      }),
      description: "Of a 410: what was here until it was taken away.",
    },
  },
};

const hash: Schema = { ...text, description: "SHA-256 in base 64." };
const checkpoint: Schema = { ...text, description: "In the form of c2sp.org/tlog-checkpoint." };

const proof: Schema = objectOf<ReturnType<typeof proofJson>>({
  size: { ...count, description: "How many entries the log has." },
  root: hash,
  checkpoint,
  key: { ...textOrNull, description: "Checks the checkpoint's signature, where it has one." },
  checkpointAt: text,
});

const statementProof: Schema = objectOf<ReturnType<typeof statementProofJson>>({
  index: { ...count, description: "Which entry of the log it is, from 0." },
  entry: { ...text, description: "JSON, whose bytes are those that were hashed (RFC 6962, 2.1)." },
  path: { ...arrayOf(hash), description: "The hashes from the entry's neighbour up." },
  checkpoint,
});

const citations: Schema = {
  ...arrayOf(
    objectOf<CslItem>(
      {
        id: text,
        type: { enum: ["webpage"] },
        author: arrayOf(objectOf<{ literal: string }>({ literal: text })),
        title: text,
        "container-title": { ...text, description: "The archive's name." },
        issued: objectOf<CslItem["issued"]>({ "date-parts": arrayOf(arrayOf(count)) }),
        version: { ...text, description: "The revision cited." },
        URL: { ...text, description: "The permanent address of that revision." },
        language,
        note: { ...text, description: "Of a withdrawn statement: that it is, and since when." },
      },
      ["author", "note"],
    ),
  ),
  description: "Items of CSL-JSON (Citation Style Language 1.0.2).",
};

/** Every schema that an answer refers to, by its name. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  List: list,
  Summary: summary,
  Statement: statement,
  Revision: revision,
  Check: check,
  Comparison: comparison,
  Proof: proof,
  StatementProof: statementProof,
  Changes: changes,
  About: about,
  Citations: citations,
  Problem: problem,
};

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function arrayOf(items: Schema): Schema {
  return { type: "array", items };
}

/** With exactly the keys of that type, all of them there but for the optional ones. */
function objectOf<Value>(
  properties: Record<keyof Value & string, Schema>,
  optional: (keyof Value & string)[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.some((one) => one === name));
  return { type: "object", required, properties, additionalProperties: false };
}
