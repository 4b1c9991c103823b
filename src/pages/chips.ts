import { parseCalendarPeriod } from "../statements/period.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import { nameInWords } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";
import type { ShownNames } from "./list-title.ts";
import { longPeriod } from "./long-date.ts";
import { queryText } from "./query-text.ts";
import { groupInWords } from "./query-words.ts";
import { plainSentence } from "./sentence.ts";

/** A part of what was asked for; its link leads to the list without it. */
export interface Chip {
  /** `from`, `with`: what kind of part it is, in words. */
  kind: string;
  /** `January 2023`, `RIA Novosti`, `“corridor”` */
  text: string;
  href: string;
}

/** More parts of a query than this are one chip. */
const MOST = 8;

/** One chip for each part of what was asked for: first the words, then the form's fields in their order. */
export function chips(
  typed: ListFormValues,
  query: SearchQuery | null,
  shownNames: ShownNames,
): Chip[] {
  const fields = FIELDS.filter(([part]) => typed[part] !== "").map(([part, kind]) => ({
    kind,
    text: fieldInWords(part, typed[part], shownNames),
    href: listHref(typed, { [part]: null, ...withoutOrder(typed, typed.q) }),
  }));
  return [...queryChips(typed, query), ...fields];
}

type Field = "from" | "to" | keyof ShownNames;

const FIELDS: [part: Field, kind: string][] = [
  ["from", "from"],
  ["to", "to"],
  ["agency", "from"],
  ["place", "place"],
  ["language", "in"],
  ["tag", "tagged"],
];

function fieldInWords(part: Field, typed: string, shownNames: ShownNames): string {
  if (part === "tag") return shownNames.tag ?? typed;
  if (part !== "from" && part !== "to") return nameInWords(part, shownNames[part] ?? typed);
  const period = parseCalendarPeriod(typed);
  return period === null ? typed : longPeriod(period);
}

function queryChips(typed: ListFormValues, query: SearchQuery | null): Chip[] {
  if (typed.q === "") return [];
  const href = (left: SearchQuery) => {
    const q = queryText(left);
    return listHref(typed, { q, ...withoutOrder(typed, q) });
  };
  const parts = query === null ? [] : partsOf(query);
  if (query === null || parts.length > MOST) {
    const text = query === null ? `“${typed.q}”` : `these ${parts.length} words`;
    return [{ kind: "with", text, href: href({ all: [], none: [] }) }];
  }
  return parts.map(({ kind, text, left }) => ({ kind, text, href: href(left) }));
}

/** Each group and each word that must not be there, with what is left of the query without it. */
function partsOf({ all, none }: SearchQuery) {
  const groups = all.map((group) => ({
    kind: "with",
    text: plainSentence(groupInWords(group)),
    left: { all: all.filter((other) => other !== group), none },
  }));
  const absent = none.map((term) => ({
    kind: "without",
    text: plainSentence(groupInWords([term])),
    left: { all, none: none.filter((other) => other !== term) },
  }));
  return [...groups, ...absent];
}

/** Without words nothing is a better match than another. */
function withoutOrder(typed: ListFormValues, q: string): { sort?: null } {
  return q === "" && typed.sort === "relevance" ? { sort: null } : {};
}
