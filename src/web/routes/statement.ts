import { statementPath, withQuery, withQuote } from "../../permalinks.ts";
import { QUOTE_PARAMETER } from "../list-parameters.ts";
import { readFilter } from "../read-filter.ts";
import { queryOf } from "../read-query.ts";
import type { Page } from "../resource.ts";
import { findStatement } from "./find-statement.ts";
import { pathPeriod } from "./path-period.ts";
import { statementResource } from "./statement-resource.ts";

/** One statement, by itself or as a hit of the search that its query names, and with the passage marked that it quotes. Another slug, or another day on which it may have stood, leads to its present address. */
export const statement: Page = async (asked) => {
  const { year, month, day, name = "" } = asked.path;
  pathPeriod(asked.path);
  const present = await findStatement(asked.store, name.slice(name.lastIndexOf("-") + 1));
  const to = statementPath(present);
  if (to !== `/${year}/${month}/${day}/${name}`) return { to, status: 301 };
  const quote = asked.query.get(QUOTE_PARAMETER) ?? null;
  if (asked.query.size === (quote === null ? 0 : 1))
    return statementResource(asked, present, present);
  const list = readFilter(asked.query);
  if (list.moved) {
    const moved = withQuery(to, list.moved);
    return { to, status: 302, query: queryOf(quote === null ? moved : withQuote(moved, quote)) };
  }
  return statementResource(asked, present, present, list);
};
