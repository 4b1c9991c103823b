import { originForm } from "./canonical-address.ts";
import { pageAt } from "./page-table.ts";

/** What is answered beside the pages, by how its address begins. */
const OTHERS = [
  ...["/healthz", "/readyz", "/oai", "/download", "/log", "/sitemap", "/timegate", "/timemap"],
  ...["/robots.txt", "/opensearch.xml", "/openapi.json", "/.well-known"],
];

/** Which kind of address a request asked for: one of a few dozen names, whatever is asked. `other` is what the site does not have, and its styles. */
export function routeOf(url: string): string {
  const [path = ""] = originForm(url).split("?", 1);
  const page = pageAt(path);
  if (page) return page.route;
  return OTHERS.find((begin) => path.startsWith(begin)) ?? "other";
}
