import { readQuery } from "../../../src/search/read-query.ts";
import type { SearchTerm } from "../../../src/statements/search-query.ts";
import { boundsOf } from "./ask-store.ts";
import type { QueryClass, SearchCase } from "./query-classes.ts";

const LIMIT = 20;

/** The same search in PostgreSQL's SQL, on the table of `loadScript`. Words hold plain letters alone. */
export function postgresQuery(ask: QueryClass["ask"], { typed, period }: SearchCase): string {
  const words = `to_tsquery('simple', '${tsquery(typed)}')`;
  const { from, to } = boundsOf(period);
  const within = from && to ? ` AND date BETWEEN '${from}' AND '${to}'` : "";
  const found = `FROM statement WHERE words @@ ${words}${within}`;
  if (ask === "counts") {
    const year = "extract(year FROM date)";
    return `SELECT ${year}, place, agency, count(*) ${found} GROUP BY GROUPING SETS ((), (${year}), (place), (agency));`;
  }
  const order = ask === "newest" ? "date DESC, id DESC" : `ts_rank(words, ${words}) DESC, id DESC`;
  return `SELECT id, date, place, agency, text ${found} ORDER BY ${order} LIMIT ${LIMIT};`;
}

function tsquery(typed: string): string {
  const groups = readQuery(typed).query?.all ?? [];
  return groups.map((group) => `(${group.map(term).join(" | ")})`).join(" & ");
}

function term({ words, prefix }: SearchTerm): string {
  return `${words.join(" <-> ")}${prefix ? ":*" : ""}`;
}
