import { STATEMENTS } from "../permalinks.ts";

/** Of a name, so many characters are taken: more are not allowed (OpenSearch 1.1, "ShortName" and "LongName"). */
const SHORT = 16;
const LONG = 48;

/** What a browser needs to search the archive (OpenSearch 1.1, "OpenSearch description document"). `siteUrl` has no slash at its end. */
export function openSearchDescription(title: string, siteUrl: string): string {
  const template = `${siteUrl}${STATEMENTS}?q={searchTerms}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${xml(first(title, SHORT))}</ShortName>`,
    `<LongName>${xml(first(title, LONG))}</LongName>`,
    `<Description>${xml(`Dated statements in ${title}`)}</Description>`,
    `<Url type="text/html" template="${xml(template)}"/>`,
    "<InputEncoding>UTF-8</InputEncoding>",
    "</OpenSearchDescription>",
    "",
  ].join("\n");
}

function first(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("").trim();
}

function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
