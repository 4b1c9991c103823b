import type { IsoDate } from "../statements/iso-date.ts";
import type { Content } from "../statements/statement.ts";
import { languageName } from "./language-name.ts";
import { longDate } from "./long-date.ts";

/** What a field said in a revision. A date has `isoDate`. */
export interface FieldValue {
  text: string;
  isoDate: IsoDate | null;
}

/** A field, beside the words, that two revisions give differently; `null` where a revision does not give it. */
export interface FieldChange {
  /** `Headline` */
  field: string;
  before: FieldValue | null;
  after: FieldValue | null;
}

const FIELDS: { field: string; read: (content: Content) => string | null }[] = [
  { field: "Headline", read: (content) => content.headline },
  {
    field: "Origin of the headline",
    read: (content) => (content.headlineDerived ? "the first sentence" : "the file’s own title"),
  },
  { field: "Place", read: (content) => content.place },
  { field: "Agency", read: (content) => content.agency },
  { field: "Language", read: (content) => languageName(content.language) },
  { field: "Published at", read: (content) => content.url },
  { field: "Rights", read: (content) => content.rights },
  { field: "Tags", read: (content) => content.tags.join(", ") || null },
  {
    field: "Form of the text",
    read: (content) => (content.format === "markdown" ? "Markdown" : "plain text"),
  },
];

/** Every field that differs, the date first. */
export function fieldChanges(earlier: Content, later: Content): FieldChange[] {
  const changes: FieldChange[] = [];
  if (earlier.date !== later.date) {
    changes.push({ field: "Date", before: dateValue(earlier.date), after: dateValue(later.date) });
  }
  for (const { field, read } of FIELDS) {
    const before = read(earlier);
    const after = read(later);
    if (before !== after) changes.push({ field, before: plain(before), after: plain(after) });
  }
  return changes;
}

function dateValue(date: IsoDate): FieldValue {
  return { text: longDate(date), isoDate: date };
}

function plain(text: string | null): FieldValue | null {
  return text === null ? null : { text, isoDate: null };
}
