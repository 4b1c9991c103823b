import type { Feed } from "../../../formats/feeds/feed.ts";
import type { Site } from "../../../pages/site.ts";
import { feedPath } from "../../../permalinks.ts";
import type { ChangeKey } from "../../../statements/change-key.ts";
import type { SearchQuery } from "../../../statements/search-query.ts";
import type { StatementFilter } from "../../../statements/statement-filter.ts";
import type { ChangesRequest, Store } from "../../../store/store.ts";
import { readEntries } from "./read-entries.ts";

/** Changes in one document, at most. */
const MOST_CHANGES = 50;

/** What a feed is of. */
export interface FeedRequest {
  /** The list in words: `Statements from RIA Novosti`. */
  name: string;
  description: string;
  /** The address of the page that lists the same. */
  page: string;
  query: SearchQuery | null;
  filter: StatementFilter;
  kind: ChangesRequest["kind"];
  before: ChangeKey | null;
}

/** One document of a feed, with the whole words of what changed last. */
export async function readFeed(store: Store, site: Site, request: FeedRequest): Promise<Feed> {
  const { name, description, page, kind, before } = request;
  const found = await changesOf(store, request, MOST_CHANGES);
  const { read, ...entries } = await readEntries(store, site.url, kind, found.changes);
  const { next } = read < found.changes.length ? await changesOf(store, request, read) : found;
  return {
    publisher: site,
    title: `${name} – ${site.title}`,
    description,
    page: feedPath(page, null),
    first: feedPath(page, null),
    self: feedPath(page, before),
    next: next && feedPath(page, next.after),
    ...entries,
  };
}

function changesOf(store: Store, { query, filter, kind, before }: FeedRequest, limit: number) {
  const always = { from: null, until: null, order: "newest" } as const;
  return store.changes({ ...always, query, filter, kind, after: before, limit });
}
