import { listPath } from "../permalinks.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type { NameKind, StatementFilter } from "../statements/statement-filter.ts";
import type { NameCount, PeriodCount } from "../store/store.ts";
import type { FewerParts } from "./fewer-parts.ts";
import type { Link } from "./link.ts";
import { NAME_KINDS, nameInWords } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";
import { type Near, type NearLink, nearPeriods } from "./near.ts";
import { nearNames, sameName } from "./near-names.ts";
import { queryText } from "./query-text.ts";
import { counted, figure } from "./wording.ts";

/** A name or word that the archive does not hold, and those that it may have been meant for. */
export interface UnknownName {
  /** `No statement here names an agency “RIA Nowosti”.` */
  text: string;
  /** What stands over those near it. */
  lead: string;
  near: Link[];
}

/** What an empty list offers instead of statements. */
export interface EmptyList {
  unknown: UnknownName[];
  /** The list without one of its parts, where that holds something: `14 without the dates`. */
  ways: Link[];
  /** The nearest days with statements that are found without the dates. */
  near: Near | null;
}

/** A word of the archive that may have been meant. */
export interface Spelling {
  name: string;
  /** How many statements of the whole archive hold it. */
  count: number;
  /** How many the list holds with it in place of what was typed. */
  total: number;
}

/** What the archive says of an empty list. */
export interface Instead {
  /** Every name of each kind, commonest first. */
  names: Record<NameKind, NameCount[]>;
  /** The list without each of its parts, with what it holds. */
  fewer: (FewerParts & { total: number })[];
  /** Words that no statement holds, with those spelled nearly alike. */
  spellings: { word: string; near: Spelling[] }[];
  /** The nearest days with statements found outside the dates asked for; `null` where none were. */
  nearest: { before: PeriodCount | null; after: PeriodCount | null } | null;
}

export interface EmptyListRequest {
  typed: ListFormValues;
  query: SearchQuery | null;
  filter: StatementFilter;
  instead: Instead;
}

export function emptyList({ typed, query, filter, instead }: EmptyListRequest): EmptyList {
  const { names, fewer, spellings, nearest } = instead;
  const asked = NAME_KINDS.filter((kind) => filter[kind] !== null);
  const unknown = asked.filter((kind) => sameName(filter[kind] ?? "", names[kind]) === null);
  return {
    unknown: [
      ...unknown.map((kind) => unknownName(kind, typed, names[kind])),
      ...(query === null ? [] : spellings.map((each) => unknownWord(typed, query, each))),
    ],
    ways: fewer.filter(({ total }) => total > 0).map((parts) => wayOf(typed, parts)),
    near: nearest?.before || nearest?.after ? nearOf(typed, filter, nearest) : null,
  };
}

/** The nearest days; where more than dates was asked for, the list of that day. */
function nearOf(
  typed: ListFormValues,
  { from: _, to: __, ...names }: StatementFilter,
  { before, after }: NonNullable<Instead["nearest"]>,
): Near {
  const near = nearPeriods("Nearest days with statements", before, after);
  if (typed.q === "" && Object.values(names).every((name) => name === null)) return near;
  const inList = (link: NearLink | null) =>
    link && { ...link, href: listHref(typed, { from: link.isoDate, to: link.isoDate }) };
  return { ...near, earlier: inList(near.earlier), later: inList(near.later) };
}

function wayOf(typed: ListFormValues, { label, total, change }: Instead["fewer"][number]): Link {
  const order = change.q === null && typed.sort === "relevance" ? { sort: null } : {};
  return { label: `${figure(total)} ${label}`, href: listHref(typed, { ...change, ...order }) };
}

function unknownName(kind: NameKind, typed: ListFormValues, names: NameCount[]): UnknownName {
  const near = nearNames(typed[kind], names, (name) => nameInWords(kind, name));
  return {
    text: `${UNKNOWN[kind]} “${typed[kind]}”.`,
    lead: "Names near it:",
    near: near.map(({ name, count }) => ({
      label: `${nameInWords(kind, name)}: ${counted(count, "statement")}`,
      href: listHref(typed, { [kind]: name }),
    })),
  };
}

const UNKNOWN: Record<NameKind, string> = {
  agency: "No statement here names an agency",
  place: "No statement here has a dateline from",
  language: "No statement here is in a language",
};

function unknownWord(
  typed: ListFormValues,
  query: SearchQuery,
  { word, near }: Instead["spellings"][number],
): UnknownName {
  return {
    text: `No statement here holds “${word}”.`,
    lead: "Did you mean:",
    near: near.map((spelling) => spellingLink(typed, query, word, spelling)),
  };
}

/** The same list with the other word, or where that holds nothing either, the word alone: the count is always that of what the link leads to. */
function spellingLink(
  typed: ListFormValues,
  query: SearchQuery,
  word: string,
  { name, count, total }: Spelling,
): Link {
  const meant = withSpelling(query, word, name);
  if (total > 0) {
    const href = listHref(typed, { q: queryText(meant) });
    return { label: `${name}, ${counted(total, "statement")}`, href };
  }
  const term = { words: [name], exact: true, prefix: false };
  const q = queryText({ all: [[term]], none: [] });
  return { label: `${name} alone, ${counted(count, "statement")}`, href: listPath({ q }) };
}

/** The query with another word in place of one. */
export function withSpelling(query: SearchQuery, word: string, other: string): SearchQuery {
  const all = query.all.map((group) =>
    group.map((term) => ({
      ...term,
      words: term.words.map((each) => (each === word ? other : each)),
    })),
  );
  return { all, none: query.none };
}
