import type { Tombstone } from "../store/store.ts";
import type { AboutJson } from "./about.ts";
import type { CslItem } from "./citations/csl-json.ts";
import {
  arrayOf,
  count,
  date,
  dateOrNull,
  id,
  instant,
  language,
  objectOf,
  path,
  type Schema,
  text,
  textOrNull,
  truth,
} from "./openapi-schema.ts";
import {
  changes,
  check,
  comparison,
  list,
  revision,
  statement,
  summary,
} from "./openapi-statement-schemas.ts";
import type { proofJson, statementProofJson } from "./proof-json.ts";

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
