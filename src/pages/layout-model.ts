import { DATA_FORMATS, type DataFormat, FEED_FORMATS } from "../data-formats.ts";
import {
  ABOUT,
  CHANGES,
  dataPath,
  feedPath,
  OPENSEARCH,
  periodPath,
  STATEMENTS,
} from "../permalinks.ts";
import type { ArchiveSummary } from "../store/store.ts";
import type { SafeHtml } from "../text/safe-html.ts";
import { scriptJson } from "../text/script-json.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { type Metadata, type MetaTag, pageMetadata } from "./metadata.ts";
import { type SearchBox, searchBox } from "./search-box.ts";
import type { Site } from "./site.ts";

/** The dates above a page, as links: `2023` on a month, all three parts on a statement. */
export interface HeadDate {
  /** What `time` says: `2023`, `2023-01` or `2023-01-27`. */
  isoDate: string;
  /** In the order of the words: day, month, year. */
  parts: { text: string; href: string }[];
}

export interface NavItem {
  text: string;
  href: string;
  current: boolean;
}

/** The namespace of Dublin Core's elements. */
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

/** What `layout.ejs` prints around a page. */
export interface Layout {
  /** Of our own words; each statement carries its own `lang`. */
  language: "en";
  /** The whole of `<title>`. */
  title: string;
  siteTitle: string;
  description: string;
  /** The running head; `null` on the home page, whose first sentence it is. */
  head: { date: HeadDate | null } | null;
  skipText: string;
  nav: NavItem[];
  searchBox: SearchBox;
  /** Where browsers learn how to search here. */
  openSearch: string;
  /** The page's own path and query, beside which its data stand; `null` where it has none, as on an error page. */
  path: string | null;
  /** The same with its host. */
  canonical: string | null;
  /** Paths of the neighbouring pages. */
  previous: string | null;
  next: string | null;
  meta: MetaTag[];
  /** What the names in `meta` that begin with `DC.` are from; `null` where there are none. */
  dublinCore: string | null;
  /** Each thing that schema.org describes, as JSON-LD for a `script` element. */
  linkedHtml: SafeHtml[];
  /** `noindex` where the page should not be found by search engines. */
  robots: string | null;
}

/** The page as data. */
export interface Alternate {
  type: string;
  title: string;
  href: string;
}

/** What `layout.ejs` is given: the frame, and the page inside it. */
export interface LayoutView extends Layout {
  alternates: Alternate[];
  /** The feeds of the whole site, as far as they are not among the alternates. */
  feeds: Alternate[];
  bodyHtml: SafeHtml;
}

export interface LayoutRequest {
  /** What the page is, without the site's name. */
  title: string;
  description: string;
  /** The page's own path and query; `null` where it has none. Its data stand beside it. */
  path: string | null;
  current: "statements" | "dates" | "about" | null;
  /** Completes "Skip to the …": `statements`, `form`. */
  skipTo: string;
  date?: HeadDate | null;
  home?: boolean;
  previous?: string | null;
  next?: string | null;
  robots?: string | null;
  /** What was asked for, on a list and on what was opened from it: the box goes on from there. */
  search?: ListFormValues | null;
  /** Of a statement; any other page that has a path gets its own from the rest. */
  metadata?: Metadata;
}

/** The frame of a page. `summary` is `null` where the archive cannot be read. */
export function layoutOf(
  site: Site,
  summary: Pick<ArchiveSummary, "last"> | null,
  request: LayoutRequest,
): Layout {
  const { tags, linked } = metadataOf(site, request);
  return {
    language: "en",
    title: request.home ? `${site.title}: ${request.title}` : `${request.title} – ${site.title}`,
    siteTitle: site.title,
    description: request.description,
    head: request.home ? null : { date: request.date ?? null },
    skipText: `Skip to the ${request.skipTo}`,
    nav: navOf(summary, request.current),
    searchBox: searchBox(request.search ?? null),
    openSearch: OPENSEARCH,
    path: request.path,
    canonical: request.path === null ? null : site.url + request.path,
    previous: request.previous ?? null,
    next: request.next ?? null,
    meta: tags,
    dublinCore: tags.some(({ key }) => key.startsWith("DC.")) ? DUBLIN_CORE : null,
    linkedHtml: linked.map(scriptJson),
    robots: request.robots ?? null,
  };
}

function metadataOf(site: Site, request: LayoutRequest): Metadata {
  const { title, description, path, date = null, home = false } = request;
  if (request.metadata) return request.metadata;
  if (path === null) return { tags: [], linked: [] };
  return pageMetadata(site, { title, description, path, date, home });
}

function navOf(
  summary: Pick<ArchiveSummary, "last"> | null,
  current: LayoutRequest["current"],
): NavItem[] {
  const latestYear = summary?.last?.slice(0, 4) ?? null;
  const items: NavItem[] = [
    { text: "Statements", href: STATEMENTS, current: current === "statements" },
    { text: "About", href: ABOUT, current: current === "about" },
  ];
  if (latestYear !== null) {
    const byDate = { text: "By date", href: periodPath(latestYear), current: current === "dates" };
    items.splice(1, 0, byDate);
  }
  return items;
}

/** The links to a page's data; none where the page has no address. */
export function alternatesOf(path: string | null, formats: readonly DataFormat[]): Alternate[] {
  if (path === null) return [];
  return formats.map((format) => ({ ...DATA_FORMATS[format], href: alternatePath(path, format) }));
}

function alternatePath(path: string, format: DataFormat): string {
  const isFeed = FEED_FORMATS.some((feed) => feed === format);
  return dataPath(isFeed ? feedPath(path, null) : path, format);
}

/** Whatever page a reader is on, the feeds of the whole site can be found from there. */
export function siteFeeds(siteTitle: string, alternates: readonly Alternate[]): Alternate[] {
  const { type } = DATA_FORMATS.atom;
  const feeds = [
    { type, title: `Statements – ${siteTitle}`, href: dataPath(STATEMENTS, "atom") },
    { type, title: `Revisions and withdrawals – ${siteTitle}`, href: dataPath(CHANGES, "atom") },
  ];
  return feeds.filter(({ href }) => alternates.every((alternate) => alternate.href !== href));
}
