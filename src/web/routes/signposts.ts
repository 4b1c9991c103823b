import { DATA_FORMATS, type DataFormat } from "../../data-formats.ts";
import type { Site } from "../../pages/site.ts";
import { dataPath, revisionPath, shortPath, statementPath } from "../../permalinks.ts";
import type { Statement } from "../../statements/statement.ts";
import type { Format } from "../address-ending.ts";
import type { WebLink } from "../link-header.ts";

/**
 * Where machines find what of a statement (Signposting, level 1): what to cite, what describes it, and its very text; from
 * each of these the way back. `formats` are those in which it is there.
 */
export function signposts(
  site: Site,
  statement: Statement,
  present: Statement,
  formats: readonly DataFormat[],
): (format: Format) => WebLink[] {
  const old = statement.revision !== present.revision;
  const revision = revisionPath(statement.id, statement.revision);
  const page = old ? revision : statementPath(present);
  const cited: WebLink = {
    href: site.url + (old ? revision : shortPath(statement.id)),
    rel: "cite-as",
  };
  return (format) => {
    if (format === "html") return [cited, ...typesOf(), ...parts(site, page, formats)];
    const rel = format === "txt" ? "collection" : "describes";
    return [cited, { href: site.url + page, rel, type: "text/html" }];
  };
}

function typesOf(): WebLink[] {
  return ["NewsArticle", "AboutPage"].map((type) => ({
    href: `https://schema.org/${type}`,
    rel: "type",
  }));
}

function parts(site: Site, page: string, formats: readonly DataFormat[]): WebLink[] {
  return formats.map((format) => ({
    href: site.url + dataPath(page, format),
    rel: format === "txt" ? "item" : "describedby",
    type: DATA_FORMATS[format].type,
  }));
}
