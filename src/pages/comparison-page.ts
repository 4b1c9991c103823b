import { comparePath, revisionPath, statementPath } from "../permalinks.ts";
import type { RevisionMark, Statement } from "../statements/statement.ts";
import type { ArchiveSummary } from "../store/store.ts";
import { compareWordings } from "../text/compare-wordings.ts";
import { type Direction, directionOf } from "../text/direction.ts";
import { directionOfWords } from "../text/paragraph-direction.ts";
import { paragraphsOf } from "../text/paragraphs.ts";
import { type ComparedWords, comparedWords } from "./compared-words.ts";
import { type ComparisonCounts, comparisonCounts } from "./comparison-counts.ts";
import { type FieldChange, fieldChanges } from "./field-changes.ts";
import { headDay } from "./head-date.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { type Leaf, leafOf } from "./leaf.ts";
import { longDate } from "./long-date.ts";
import type { Site } from "./site.ts";
import { type CompareForm, compareForm } from "./statement-history.ts";

export interface ComparisonRequest {
  summary: ArchiveSummary;
  /** The revision compared from, and the one compared to: what the later has more counts as added. */
  earlier: Statement;
  later: Statement;
  /** The same statement in its present wording. */
  present: Statement;
}

export interface ComparisonPage {
  layout: Layout;
  leaf: Leaf;
  longDate: string;
  headline: { href: string; text: string; language: string; direction: Direction };
  /** `Revisions 1 and 2 compared.` */
  compared: string;
  counts: ComparisonCounts;
  /** What the publisher said of the corrections between the two, oldest first. */
  notes: { name: string; note: string }[];
  fields: FieldChange[];
  words: { language: string; direction: Direction; paragraphs: ComparedWords[] };
  form: CompareForm;
  readOne: { href: string; text: string }[];
}

export function comparisonPage(site: Site, request: ComparisonRequest): ComparisonPage {
  const { earlier, later, present } = request;
  const paragraphs = compareWordings(paragraphsOf(earlier), paragraphsOf(later));
  const direction = directionOf(later.language);
  const compared = `Revisions ${earlier.revision} and ${later.revision} compared`;
  return {
    layout: layoutFor(site, request, compared),
    leaf: leafOf(later.date),
    longDate: longDate(later.date),
    headline: {
      href: statementPath(present),
      text: later.headline,
      language: later.language,
      direction: directionOfWords(later.headline, later.language),
    },
    compared: `${compared}.`,
    counts: comparisonCounts(paragraphs),
    notes: notesBetween(earlier.revision, later.revision, present.revisions),
    fields: fieldChanges(earlier, later),
    words: { language: later.language, direction, paragraphs: comparedWords(paragraphs) },
    form: compareForm(present, earlier.revision, later.revision),
    readOne: [earlier, later].map((revision) => readOne(revision, present)),
  };
}

/** In whichever direction the two are compared. */
function notesBetween(
  one: number,
  other: number,
  revisions: RevisionMark[],
): ComparisonPage["notes"] {
  const [first, last] = one < other ? [one, other] : [other, one];
  return revisions.flatMap(({ n, note }) =>
    n > first && n <= last && note !== null ? [{ name: `Revision ${n}`, note }] : [],
  );
}

function readOne({ id, revision }: Statement, present: Statement) {
  const note = revision === present.revision ? ", the present wording" : "";
  const href = note === "" ? revisionPath(id, revision) : statementPath(present);
  return { href, text: `Revision ${revision}${note}` };
}

function layoutFor(site: Site, request: ComparisonRequest, compared: string): Layout {
  const { summary, earlier, later } = request;
  return layoutOf(site, summary, {
    title: `${compared} – ${longDate(later.date)}`,
    description: `${compared}, word by word: ${later.headline}`,
    path: comparePath(later.id, earlier.revision, later.revision),
    current: null,
    skipTo: "comparison",
    date: headDay(later.date),
    robots: "noindex",
  });
}
