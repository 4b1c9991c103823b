import { type DataFormat, FEED_FORMATS } from "../data-formats.ts";

/** Where a feed says that it goes on: an element of Atom or RSS, or a member of JSON Feed. Within texts, `<` and `"` are escaped. */
const GOES_ON = /<(?:atom:)?link rel="next"[^>]*\/>\n?|"next_url":"(?:[^"\\]|\\.)*",?/;

/** Whether it is a feed, which on the site goes on at an address with a query. */
export function isFeed(format: DataFormat): boolean {
  return FEED_FORMATS.some((feed) => feed === format);
}

/** The feed without the link to what is older: a file server would answer it with the same file, for ever. */
export function lastDocument(feed: string): string {
  return feed.replace(GOES_ON, "");
}
