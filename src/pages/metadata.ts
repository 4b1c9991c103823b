import type { HeadDate } from "./layout-model.ts";
import type { Site } from "./site.ts";

/** A `meta` element: Dublin Core and others have a `name`, Open Graph has a `property`. */
export interface MetaTag {
  kind: "name" | "property";
  key: string;
  content: string;
}

/** A thing as schema.org describes it (JSON-LD 1.1). */
export type LinkedThing = Readonly<Record<string, unknown>>;

/** What machines are told of a page beyond its words. */
export interface Metadata {
  tags: MetaTag[];
  linked: LinkedThing[];
}

interface Described {
  title: string;
  description: string;
  path: string;
  date: HeadDate | null;
  home: boolean;
}

/** Of any page that is no statement: Open Graph, and where it stands among the dates. */
export function pageMetadata(site: Site, page: Described): Metadata {
  return {
    tags: [
      property("og:type", "website"),
      property("og:site_name", site.title),
      property("og:title", page.home ? site.title : page.title),
      property("og:description", page.description),
      property("og:url", site.url + page.path),
    ],
    linked: page.home ? [webSite(site)] : breadcrumbs(site, page),
  };
}

/** The way to a page through the dates above it, as a search engine prints it; none where it has none. */
export function breadcrumbs(
  site: Site,
  { date, title, path }: Pick<Described, "date" | "title" | "path">,
): LinkedThing[] {
  if (date === null) return [];
  const above = date.parts.toReversed().map(({ text, href }) => ({ name: text, href }));
  const steps = [...above, { name: title, href: path }];
  return [
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: steps.map(({ name, href }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        item: site.url + href,
      })),
    },
  ];
}

export function named(key: string, content: string): MetaTag {
  return { kind: "name", key, content };
}

export function property(key: string, content: string): MetaTag {
  return { kind: "property", key, content };
}

function webSite({ title, url }: Site): LinkedThing {
  return { "@context": "https://schema.org", "@type": "WebSite", name: title, url: `${url}/` };
}
