import { LOGGED } from "../log/log-entry.ts";
import { type IsoDate, parseIsoDate } from "../statements/iso-date.ts";
import { type Position, parsePosition } from "../statements/position.ts";
import type { Instant } from "../statements/statement.ts";
import { ID_PATTERN } from "../statements/statement-id.ts";
import type { Act, KeptDay, KeptFile, KeptHead, KeptRun } from "../store/store.ts";
import { FORM, isSafePath } from "./bag-files.ts";
import {
  type Check,
  listOf,
  Misfit,
  matching,
  objectOf,
  oneOf,
  orNull,
  passing,
  whole,
  yesOrNo,
} from "./check-json.ts";
import type { LogLine, RevisionLine, SourceLine, StatementLine } from "./kept-json.ts";

/** So many of a kind belong to one statement at most. */
const MANY = 1_000_000;

const ACTS: readonly Act[] = ["import", "correction", "withdrawal", "restoration", "undo"];

const text = passing("a text", () => true);
const line = passing("a text of one line", (value) => !/[\n\r\u2028\u2029]/u.test(value));
const id = matching(ID_PATTERN, "a statement's id");
const slug = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "a slug");
const sha256 = matching(/^[0-9a-f]{64}$/, "a SHA-256");
const record = matching(/^(?:[0-9a-f]{64})?$/, "a SHA-256 or nothing");
const date = passing<IsoDate>("a day", (value) => parseIsoDate(value) !== null);
const instant = matching<Instant>(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  "an instant as 2023-01-27T10:00:00Z",
);
const position = passing<Position>("a position", (value) => parsePosition(value) !== null);
const language = passing("a language tag", (value) => isLanguage(value));
const webAddress = passing(
  "a web address",
  (value) => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value),
);
const bagFile = passing(
  "a file of the bag",
  (path) => isSafePath(path) && path.startsWith("data/"),
);
const number = whole(0);

/** `archive.json`. */
export const readHead: Check<
  Omit<KeptHead, "log"> & { form: number; log: { size: number; root: string } }
> = objectOf({
  form: (value) => {
    if (value !== FORM)
      throw new Misfit(`expected ${FORM}, found ${JSON.stringify(value)}, of another release`);
    return FORM;
  },
  generation: number,
  changedAt: orNull(instant),
  changes: number,
  sample: yesOrNo,
  log: objectOf({ size: number, root: sha256 }),
});

export const readRun: Check<KeptRun> = objectOf({
  number,
  at: instant,
  shownAt: instant,
  act: oneOf(ACTS),
  reason: orNull(line),
  firstChange: number,
  firstRevision: number,
  added: number,
  revised: number,
  withdrawn: number,
  restored: number,
  undoneBy: orNull(number),
});

const readSource: Check<SourceLine> = objectOf({
  number,
  run: number,
  sha256,
  file: number,
  folder: text,
  path: text,
  bytes: orNull(bagFile),
});

const readContent: Check<NonNullable<RevisionLine["content"]>> = objectOf({
  date,
  text,
  format: oneOf(["text", "markdown"]),
  headline: line,
  headlineDerived: yesOrNo,
  place: orNull(line),
  agency: orNull(line),
  language,
  url: orNull(webAddress),
  rights: orNull(line),
  tags: listOf(line, MANY),
  excerpt: line,
});

const readRevision: Check<RevisionLine> = objectOf({
  n: whole(1),
  number: whole(1),
  run: number,
  digest: sha256,
  note: orNull(line),
  overruled: yesOrNo,
  content: orNull(readContent),
  erased: orNull(number),
  source: number,
  sources: listOf(readSource, MANY),
});

export const readStatement: Check<StatementLine> = objectOf({
  id,
  number: orNull(whole(1)),
  sample: orNull(sha256),
  slug: orNull(slug),
  position: orNull(position),
  changed: number,
  withdrawn: orNull(number),
  gone: orNull(
    objectOf({
      date,
      reason: line,
      at: instant,
      run: number,
      agency: orNull(line),
      agencyName: orNull(line),
      placeName: orNull(line),
      languageName: orNull(line),
    }),
  ),
  events: listOf(
    objectOf({
      change: number,
      run: number,
      kind: oneOf(["withdrawn", "restored"]),
      reason: orNull(line),
    }),
    MANY,
  ),
  revisions: listOf(readRevision, MANY),
});

export const readFile: Check<KeptFile> = objectOf({
  number,
  folder: text,
  path: text,
  statement: id,
  source: number,
  missing: yesOrNo,
  overruled: yesOrNo,
  main: yesOrNo,
});

export const readLogLine: Check<LogLine> = objectOf({
  run: number,
  revision: number,
  statement: id,
  n: whole(1),
  change: oneOf(LOGGED),
  date,
  source: number,
  record,
});

export const readDay: Check<KeptDay> = objectOf({ date, last: whole(0) });

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
