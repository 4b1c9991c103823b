import type { ListFormValues } from "../pages/list-form-values.ts";
import type { Understood } from "../pages/understood.ts";
import { FIELDS } from "../search/query-tokens.ts";
import { type QueryFields, readQuery } from "../search/read-query.ts";
import type { SearchQuery } from "../statements/search-query.ts";

/** So many characters of what is typed are read. */
export const MOST_CHARACTERS = 1000;

/** What the words in the search box ask for. */
export interface WordsAsked {
  query: SearchQuery | null;
  /** The form with the fields named in the box in their own places; a field in the box replaces the parameter. */
  typed: ListFormValues;
  /** How it was read, where it was not as written; else `null`. */
  understood: Understood | null;
  /** Whether the box named a field, so that another address says the same. */
  moved: boolean;
}

/** Reads the search box. Never throws: every input means something. */
export function readWords(typed: ListFormValues): WordsAsked {
  if (typed.q === "") return { query: null, typed, understood: null, moved: false };
  const q = beginningOf(typed.q);
  const { query, fields, understood } = readQuery(q);
  const moved = Object.keys(fields).length > 0;
  return {
    query,
    typed: { ...typed, q: moved ? withoutFields(q) : q, ...valuesOf(fields) },
    understood: howUnderstood(typed.q !== q, query, moved, understood),
    moved,
  };
}

function howUnderstood(
  cut: boolean,
  query: SearchQuery | null,
  moved: boolean,
  understood: ReturnType<typeof readQuery>["understood"],
): Understood | null {
  if (cut) return "cut";
  if (query === null) return moved ? null : "no-words";
  return understood === "as-written" ? null : understood;
}

/** The first characters, up to a space where one is near. */
function beginningOf(typed: string): string {
  if (typed.length <= MOST_CHARACTERS) return typed;
  const first = typed.slice(0, MOST_CHARACTERS);
  const space = first.lastIndexOf(" ");
  const whole = space > MOST_CHARACTERS / 2 ? first.slice(0, space) : first;
  return whole.replace(/[\ud800-\udbff]$/, "").trim();
}

function valuesOf({ date: written, ...names }: QueryFields): Partial<ListFormValues> {
  if (written === undefined) return names;
  // Word processors and telephones make one sign of dots.
  const date = written.replace("…", "..");
  const dots = date.indexOf("..");
  // Dots with nothing on either side are no period: they are refused as any date is that is none.
  if (dots < 0 || date === "..") return { ...names, from: date, to: date };
  return { ...names, from: date.slice(0, dots), to: date.slice(dots + 2) };
}

const PIECE = new RegExp(
  `(?<field>(?:${FIELDS.join("|")}):(?:["“”„«»][^"”“»«]*["”“»«]|\\S*))|-?["“”„«»][^"”“»«]*["”“»«]|[^\\s"“”„«»]+`,
  "giu",
);

/** What was typed, as it was typed, but for the fields; the pieces are those of `queryTokens`. */
function withoutFields(typed: string): string {
  return typed
    .replace(PIECE, (piece, field) => (field === undefined ? piece : ""))
    .replace(/\s+/g, " ")
    .trim();
}
