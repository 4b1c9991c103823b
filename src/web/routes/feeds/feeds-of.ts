import type { Asked, Resource } from "../../resource.ts";
import type { FeedRequest } from "./read-feed.ts";

/** The formats in which a list is there as a feed. What reads and writes them is loaded when one is first asked for. */
export function feedsOf(
  { store, site, query }: Asked,
  request: () => Promise<Omit<FeedRequest, "before">>,
): Resource["data"] {
  const feed = async () => {
    const [{ readFeed }, { readBefore }, asked] = await Promise.all([
      import("./read-feed.ts"),
      import("./read-before.ts"),
      request(),
    ]);
    return readFeed(store, site, { ...asked, before: readBefore(query, asked.page) });
  };
  return {
    atom: async () => {
      const { atomFeed } = await import("../../../formats/feeds/atom.ts");
      return atomFeed(await feed());
    },
    rss: async () => {
      const { rssFeed } = await import("../../../formats/feeds/rss.ts");
      return rssFeed(await feed());
    },
    "feed.json": async () => {
      const { jsonFeed } = await import("../../../formats/feeds/json-feed.ts");
      const { jsonText } = await import("../../../formats/json-text.ts");
      return jsonText(jsonFeed(await feed()));
    },
  };
}
