import { dataPath } from "../../permalinks.ts";
import type { Instant } from "../../statements/statement.ts";
import { escapeHtml } from "../../text/safe-html.ts";
import { element, textElement, XML_DECLARATION, type Xml } from "../xml.ts";
import { type Feed, type FeedEntry, updatedOf } from "./feed.ts";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
};

/** The feed as RSS 2.0 with the whole texts, paged by Atom's links (RFC 5005, 3). */
export function rssFeed(feed: Feed): string {
  const { publisher, title, description, page, self, first, next } = feed;
  const address = (path: string) => publisher.url + dataPath(path, "rss");
  const channel = element("channel", {}, [
    textElement("title", title),
    textElement("link", publisher.url + page),
    textElement("description", description),
    textElement("language", "en"),
    publisher.rights === null ? null : textElement("copyright", publisher.rights),
    textElement("lastBuildDate", rssDate(updatedOf(feed))),
    textElement("generator", "Dateline"),
    link("self", address(self)),
    link("first", address(first)),
    next === null ? null : link("next", address(next)),
    ...feed.entries.map(rssItem),
  ]);
  return `${XML_DECLARATION}${element("rss", NAMESPACES, [channel])}\n`;
}

/** In `description` and `content:encoded` stands HTML, so that plain words are escaped twice. */
function rssItem(entry: FeedEntry): Xml {
  const { author, rights, summary } = entry;
  return element("item", {}, [
    textElement("title", entry.title),
    textElement("link", entry.link),
    textElement("guid", entry.id, { isPermaLink: "true" }),
    textElement("dcterms:issued", entry.date),
    textElement("pubDate", rssDate(entry.published)),
    textElement("atom:updated", entry.updated),
    author === null ? null : textElement("dc:creator", author),
    textElement("dc:language", entry.language),
    ...entry.tags.map((tag) => textElement("category", tag)),
    rights === null ? null : textElement("dc:rights", rights),
    textElement("description", escapeHtml(summary === "" ? entry.title : summary)),
    textElement("content:encoded", entry.html),
  ]);
}

/** RFC 822 with four figures for the year: `Wed, 22 Feb 2023 06:40:00 GMT`. */
function rssDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

function link(rel: string, href: string): Xml {
  return element("atom:link", { rel, type: "application/rss+xml", href });
}
