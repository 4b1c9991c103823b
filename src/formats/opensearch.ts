import { STATEMENTS } from "../permalinks.ts";
import { element, textElement, XML_DECLARATION } from "./xml.ts";

const NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

/** Of a name, so many characters are taken: more are not allowed (OpenSearch 1.1, "ShortName" and "LongName"). */
const SHORT = 16;
const LONG = 48;

/** What a browser needs to search the archive (OpenSearch 1.1, "OpenSearch description document"). `siteUrl` has no slash at its end. */
export function openSearchDescription(title: string, siteUrl: string): string {
  const template = `${siteUrl}${STATEMENTS}?q={searchTerms}`;
  const description = element("OpenSearchDescription", { xmlns: NAMESPACE }, [
    textElement("ShortName", first(title, SHORT)),
    textElement("LongName", first(title, LONG)),
    textElement("Description", `Dated statements in ${title}`),
    element("Url", { type: "text/html", template }),
    textElement("InputEncoding", "UTF-8"),
  ]);
  return `${XML_DECLARATION}${description}\n`;
}

function first(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("").trim();
}
