import { SITEMAP, sitemapPath, statementPath } from "../permalinks.ts";
import type { ListedStatement } from "../statements/statement.ts";
import { escapeXml, XML_DECLARATION } from "./xml.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** No sitemap may list more (sitemaps.org, "Sitemap file location and limits"). */
export const MOST_ADDRESSES = 50_000;

/** A sitemap of sitemaps, for periods as `2023` or `2023-01`. Paths are ASCII and need no escaping. */
export function sitemapIndex(siteUrl: string, periods: string[]): string {
  const entries = periods.map(
    (period) => `<sitemap><loc>${escapeXml(siteUrl)}${sitemapPath(period)}</loc></sitemap>\n`,
  );
  return `${XML_DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join("")}</sitemapindex>\n`;
}

export const SITEMAP_START = `${XML_DECLARATION}<urlset xmlns="${NAMESPACE}">\n`;
export const SITEMAP_END = "</urlset>\n";

/** The part of a sitemap that lists these statements, each with the instant at which its page last changed. */
export function sitemapEntries(siteUrl: string, statements: ListedStatement[]): string {
  return statements
    .map((statement) => {
      const address = `${escapeXml(siteUrl)}${statementPath(statement)}`;
      return `<url><loc>${address}</loc><lastmod>${statement.changedAt}</lastmod></url>\n`;
    })
    .join("");
}

/**
 * What a crawler may read (RFC 9309): every page, and where the sitemap is. Addresses with a query are lists cut in endless ways; what they
 * list stands in the sitemap.
 */
export function robotsText(siteUrl: string): string {
  return `User-agent: *\nAllow: /\nDisallow: /*?\n\nSitemap: ${siteUrl}${SITEMAP}\n`;
}
