import type { Position } from "../statements/position.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type { ListedStatement } from "../statements/statement.ts";
import type { SortOrder, StatementFilter } from "../statements/statement-filter.ts";

/** What statements must hold, and what they must be. */
export interface Asked {
  /** `null` looks for no words. */
  query: SearchQuery | null;
  filter: StatementFilter;
}

/** `relevance`: best match first; only where words are looked for. */
export type ListOrder = SortOrder | "relevance";

export interface ListRequest extends Asked {
  order: ListOrder;
  /** The page goes on behind this place; `null` begins at the start. */
  after: Position | null;
  /** 1 to 1,000. */
  limit: number;
}

export interface StatementPage {
  /**
   * By relevance: how many of the newest were ranked where they are too many to rank all; the rest follow, newest first.
   * `null` where all were ranked, and in every other order.
   */
  ranked: number | null;
  /** In the order asked for. */
  statements: ListedStatement[];
  /** Where the next page begins; `null` on the last. */
  next: { after: Position } | null;
  /** Where the page before begins (`after: null` is the start); `null` on the first. */
  previous: { after: Position | null } | null;
}

/** A page with the count of its whole list, as those who show both ask for them. */
export interface CountedPage extends StatementPage {
  /** How many statements were found, over all pages. Exact. */
  total: number;
}

/** `period` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, by the unit asked for. */
export interface PeriodCount {
  period: string;
  count: number;
}

export interface NameCount {
  /** As shown: the way in which most statements write it. */
  name: string;
  count: number;
}

/** By what the found statements can be narrowed: at most 50 of a kind, commonest first, then by name. */
export interface Facets {
  /** In order of time, all of them. */
  years: PeriodCount[];
  agencies: NameCount[];
  places: NameCount[];
  languages: NameCount[];
  tags: NameCount[];
  withoutAgency: number;
  withoutPlace: number;
}
