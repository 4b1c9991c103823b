import type { ListQuery } from "../permalinks.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type { NameKind, StatementFilter } from "../statements/statement-filter.ts";
import { nameInWords } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { queryText } from "./query-text.ts";
import { groupInWords } from "./query-words.ts";
import { plainSentence } from "./sentence.ts";

/** What was asked for without one of its parts. */
export interface FewerParts {
  /** `without the dates` */
  label: string;
  query: SearchQuery | null;
  filter: StatementFilter;
  /** What changes in the address. */
  change: ListQuery;
}

/** So many parts of a query are tried alone. */
const MOST_GROUPS = 5;

/** All that was asked for, but for one part, each part in turn; empty where only one part was asked for. */
export function fewerParts(
  typed: ListFormValues,
  query: SearchQuery | null,
  filter: StatementFilter,
): FewerParts[] {
  const fields = fieldsLess(typed, query, filter);
  const others = fields.length > 0 || (query?.none.length ?? 0) > 0;
  const parts = [...fields, ...(query === null ? [] : wordsLess(query, filter, others))];
  return parts.length + (query === null ? 0 : 1) > 1 ? parts : [];
}

function fieldsLess(
  typed: ListFormValues,
  query: SearchQuery | null,
  filter: StatementFilter,
): FewerParts[] {
  const dates = filter.from !== null || filter.to !== null;
  const less = (label: string, none: Partial<Record<keyof StatementFilter, null>>): FewerParts => ({
    label: `without ${label}`,
    query,
    filter: { ...filter, ...none },
    change: none,
  });
  const names = (["agency", "place", "language", "tag"] as const).filter(
    (kind) => filter[kind] !== null,
  );
  return [
    ...(dates ? [less("the dates", { from: null, to: null })] : []),
    ...names.map((kind) => less(nameLabel(kind, typed[kind]), { [kind]: null })),
  ];
}

function nameLabel(kind: NameKind | "tag", typed: string): string {
  return `the ${kind} ${kind === "tag" ? typed : nameInWords(kind, typed)}`;
}

function wordsLess(query: SearchQuery, filter: StatementFilter, others: boolean): FewerParts[] {
  const { all, none } = query;
  const less = (label: string, left: SearchQuery): FewerParts => {
    const rest = left.all.length + left.none.length > 0 ? left : null;
    return { label, query: rest, filter, change: { q: rest && queryText(rest) } };
  };
  const groups = all.slice(0, MOST_GROUPS).map((group) =>
    less(`without ${plainSentence(groupInWords(group))}`, {
      all: all.filter((other) => other !== group),
      none,
    }),
  );
  const absent = none.slice(0, MOST_GROUPS).map((term) =>
    less(`also with ${plainSentence(groupInWords([term]))}`, {
      all,
      none: none.filter((other) => other !== term),
    }),
  );
  return [...(all.length > 1 || others ? groups : []), ...absent];
}
