import type { ChangeKey } from "../statements/change-key.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type { Instant, StatementSummary } from "../statements/statement.ts";
import type { SortOrder, StatementFilter } from "../statements/statement-filter.ts";
import type { Tombstone } from "./store.ts";

/** What last happened to a statement, and when readers saw it. */
export type StatementChange = {
  at: Instant;
  /** What the publisher said of it: one line; `null` where nothing was said. */
  note: string | null;
} & (
  | {
      /** `withdrawn`: its words stay readable. */
      kind: "added" | "revised" | "withdrawn" | "restored";
      statement: StatementSummary;
      /** The number of its present wording. */
      revision: number;
      tombstone: null;
    }
  | { kind: "withdrawn"; statement: null; revision: null; tombstone: Tombstone }
);

export interface ChangesRequest {
  /** Words that the present wording must hold: then no tombstone is found. `null` looks for none. */
  query: SearchQuery | null;
  /** Instants of changes, both included; `null` is open. */
  from: Instant | null;
  until: Instant | null;
  /**
   * By the present wording, and for a tombstone by the last one; a tombstone has no tags, and one of the sample no names
   * either.
   */
  filter: StatementFilter;
  /** `newest`: the last change first. `oldest` is its exact reverse. */
  order: SortOrder;
  /** `corrections`: only statements of which the last change is not their first import. */
  kind: "all" | "corrections";
  /** The page goes on behind this change; `null` begins at the start. */
  after: ChangeKey | null;
  /** 1 to 1,000. */
  limit: number;
}

/**
 * Each statement stands once, where its last change is. Changes keep their order, and instants never go back in it. What
 * changes while somebody walks is at the new end: a walk from the oldest meets it there, and misses nothing; a walk
 * from the newest has passed it.
 */
export interface ChangePage {
  changes: StatementChange[];
  /** Where the next page begins; `null` on the last. */
  next: { after: ChangeKey } | null;
}
