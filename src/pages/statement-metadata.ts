import { revisionPath, shortPath, statementPath } from "../permalinks.ts";
import { markedTitle } from "../statements/marked-title.ts";
import type { Instant, Statement } from "../statements/statement.ts";
import { quotationsIn } from "../text/quotations.ts";
import { headDay } from "./head-date.ts";
import {
  breadcrumbs,
  type LinkedThing,
  type Metadata,
  type MetaTag,
  named,
  property,
} from "./metadata.ts";
import type { Site } from "./site.ts";

/** Of a text with more, the first are named. */
const MOST_QUOTATIONS = 50;

/**
 * Dublin Core and Open Graph, from which reference managers save a web page with its author, date, publisher and site, and
 * schema.org's `NewsArticle`. `present` is the present wording, under whose date the statement stands.
 */
export function statementMetadata(site: Site, statement: Statement, present: Statement): Metadata {
  return {
    tags: [...dublinCore(site, statement), ...openGraph(site, statement, present)],
    linked: [
      newsArticle(site, statement, present),
      ...breadcrumbs(site, {
        date: headDay(present.date),
        title: statement.headline,
        path: statementPath(present),
      }),
    ],
  };
}

/** The elements of Dublin Core by the names that its "Expressing in HTML" gives them. */
function dublinCore(site: Site, statement: Statement): MetaTag[] {
  const { agency, date, language, rights, url } = statement;
  const tags: [key: string, content: string | null][] = [
    ["DC.title", markedTitle(statement)],
    ["DC.creator", agency],
    ["DC.date", date],
    ["DC.publisher", site.title],
    ["DC.language", language],
    ["DC.identifier", permanent(site, statement)],
    ["DC.source", url],
    ["DC.rights", rights ?? site.rights],
    ["author", agency],
  ];
  return tags.flatMap(([key, content]) => (content === null ? [] : [named(key, content)]));
}

function openGraph(site: Site, statement: Statement, present: Statement): MetaTag[] {
  const { headline, excerpt, date } = statement;
  const modified = modifiedAt(statement);
  const tags = [
    property("og:type", "article"),
    property("og:site_name", site.title),
    property("og:title", markedTitle(statement)),
    property("og:description", excerpt === "" ? headline : excerpt),
    property("og:url", site.url + statementPath(present)),
    property("article:published_time", date),
  ];
  return modified === null ? tags : [...tags, property("article:modified_time", modified)];
}

function newsArticle(site: Site, statement: Statement, present: Statement): LinkedThing {
  const { headline, agency, place, date, language, rights, url, tags, revision } = statement;
  const author = agency && { "@type": "Organization", name: agency };
  const quotations = quotationsIn(statement, MOST_QUOTATIONS);
  const known = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": permanent(site, statement),
    url: site.url + statementPath(present),
    headline,
    datePublished: date,
    dateModified: modifiedAt(statement),
    inLanguage: language,
    author,
    sourceOrganization: author,
    publisher: { "@type": "Organization", name: site.title, url: `${site.url}/` },
    contentLocation: place && { "@type": "Place", name: place },
    dateline: place,
    isBasedOn: url,
    copyrightNotice: rights ?? site.rights,
    keywords: tags.length > 0 ? tags : null,
    version: String(revision),
    creativeWorkStatus: statement.withdrawn && "Withdrawn",
    correction: corrections(site, statement),
    hasPart:
      quotations.length > 0
        ? quotations.map((text) => ({ "@type": "Quotation", text, inLanguage: language }))
        : null,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}

/** What is to be cited: the address that never changes, of an earlier wording that wording's. */
function permanent(site: Site, { id, revision, revisions }: Statement): string {
  const old = revision < revisions.length;
  return site.url + (old ? revisionPath(id, revision) : shortPath(id));
}

/** When this wording was first seen, or the statement withdrawn or restored since; `null` of what is as it came. */
function modifiedAt({ revision, revisions, events }: Statement): Instant | null {
  const revised = revisions.find(({ n }) => n === revision && n > 1)?.seenAt ?? null;
  const happened = events.at(-1)?.at ?? null;
  return revised === null || (happened !== null && happened > revised) ? happened : revised;
}

/** What the publisher said of each correction; `null` for none. */
function corrections(site: Site, { id, revisions }: Statement): LinkedThing[] | null {
  const noted = revisions.filter(({ note }) => note !== null);
  if (noted.length === 0) return null;
  return noted.map(({ n, note, seenAt }) => ({
    "@type": "CorrectionComment",
    text: note,
    datePublished: seenAt,
    url: site.url + revisionPath(id, n),
  }));
}
