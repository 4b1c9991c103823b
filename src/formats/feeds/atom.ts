import { dataPath } from "../../permalinks.ts";
import { element, textElement, XML_DECLARATION, type Xml } from "../xml.ts";
import { type DeletedEntry, type Feed, type FeedEntry, type Publisher, updatedOf } from "./feed.ts";

const NAMESPACES = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:at": "http://purl.org/atompub/tombstones/1.0",
};

/** The feed as Atom (RFC 4287), paged (RFC 5005, 3), with what was taken away (RFC 6721). */
export function atomFeed(feed: Feed): string {
  const { publisher, title, description, page, self, first, next } = feed;
  const address = (path: string) => publisher.url + dataPath(path, "atom");
  const atom = element("feed", { ...NAMESPACES, "xml:lang": "en" }, [
    textElement("id", address(first)),
    textElement("title", title),
    textElement("subtitle", description),
    textElement("updated", updatedOf(feed)),
    authorOf(publisher),
    publisher.rights === null ? null : textElement("rights", publisher.rights),
    textElement("generator", "Dateline"),
    link("alternate", publisher.url + page, "text/html"),
    link("self", address(self), "application/atom+xml"),
    link("first", address(first), "application/atom+xml"),
    next === null ? null : link("next", address(next), "application/atom+xml"),
    ...feed.entries.map(atomEntry),
    ...feed.deleted.map(deletedEntry),
  ]);
  return `${XML_DECLARATION}${atom}\n`;
}

function atomEntry(entry: FeedEntry): Xml {
  const { author, source, rights, summary } = entry;
  return element("entry", { "xml:lang": entry.language }, [
    textElement("id", entry.id),
    textElement("title", entry.title),
    link("alternate", entry.link, "text/html"),
    source === null ? null : link("via", source, null),
    textElement("dcterms:issued", entry.date),
    textElement("published", entry.published),
    textElement("updated", entry.updated),
    author === null ? null : element("author", {}, [textElement("name", author)]),
    ...entry.tags.map((term) => element("category", { term })),
    rights === null ? null : textElement("rights", rights),
    summary === "" ? null : textElement("summary", summary),
    textElement("content", entry.html, { type: "html" }),
  ]);
}

function deletedEntry({ id, when, reason }: DeletedEntry): Xml {
  return element("at:deleted-entry", { ref: id, when }, [textElement("at:comment", reason)]);
}

/** Of a feed (RFC 4287, 4.2.1): the author of every entry that has none of its own. */
function authorOf({ title, url, contact }: Publisher): Xml {
  const mail = contact?.includes("@") && !contact.includes("/") ? contact : null;
  return element("author", {}, [
    textElement("name", title),
    textElement("uri", url),
    mail === null ? null : textElement("email", mail),
  ]);
}

function link(rel: string, href: string, type: string | null): Xml {
  return element("link", { rel, type, href });
}
