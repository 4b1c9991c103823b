import { atomFeed } from "../../../formats/feeds/atom.ts";
import { jsonFeed } from "../../../formats/feeds/json-feed.ts";
import { rssFeed } from "../../../formats/feeds/rss.ts";
import { jsonText } from "../../../formats/json-text.ts";
import type { Asked, Resource } from "../../resource.ts";
import { readBefore } from "./read-before.ts";
import { type FeedRequest, readFeed } from "./read-feed.ts";

/** The formats in which a list is there as a feed. */
export function feedsOf(
  { store, site, query }: Asked,
  request: () => Promise<Omit<FeedRequest, "before">>,
): Resource["data"] {
  const feed = async () => {
    const asked = await request();
    return readFeed(store, site, { ...asked, before: readBefore(query, asked.page) });
  };
  return {
    atom: async () => atomFeed(await feed()),
    rss: async () => rssFeed(await feed()),
    "feed.json": async () => jsonText(jsonFeed(await feed())),
  };
}
