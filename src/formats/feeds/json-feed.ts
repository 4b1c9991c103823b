import { dataPath } from "../../permalinks.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** The feed as JSON Feed 1.1. Members that begin with `_` are Dateline's own. */
export function jsonFeed(feed: Feed): object {
  const { publisher, title, description, page, self, next } = feed;
  const address = (path: string) => publisher.url + dataPath(path, "feed.json");
  return {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: publisher.url + page,
    feed_url: address(self),
    description,
    ...(next !== null && { next_url: address(next) }),
    language: "en",
    authors: [{ name: publisher.title, url: publisher.url }],
    items: feed.entries.map(jsonItem),
  };
}

function jsonItem(entry: FeedEntry): object {
  const { author, tags, summary, source, rights } = entry;
  return {
    id: entry.id,
    url: entry.link,
    ...(source !== null && { external_url: source }),
    title: entry.title,
    content_html: entry.html,
    ...(summary !== "" && { summary }),
    date_published: entry.published,
    date_modified: entry.updated,
    ...(author !== null && { authors: [{ name: author }] }),
    ...(tags.length > 0 && { tags }),
    language: entry.language,
    _dateline: { date: entry.date, titleDerived: entry.titleDerived, rights },
  };
}
