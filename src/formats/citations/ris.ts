import type { Citation } from "../../citation.ts";

/** Citations as a RIS file, UTF-8, in their order; empty for none. Lines end as the format says, with CR and LF. */
export function risFile(citations: Citation[]): string {
  return citations.map(recordOf).join("\r\n");
}

/** A web page. A name without a comma is one of an organisation: what stands before a comma is a family name. */
function recordOf(citation: Citation): string {
  const { key, author, title, site, date, revision, url, language, withdrawn } = citation;
  const fields: [tag: string, value: string | null][] = [
    ["TY", "ELEC"],
    ["ID", key],
    ["AU", author],
    ["TI", title],
    ["T2", site],
    ["PB", site],
    ["PY", date.slice(0, 4)],
    ["DA", `${date.replaceAll("-", "/")}/`],
    ["N1", `Revision ${revision}${withdrawn ? `, withdrawn ${withdrawn}` : ""}`],
    ["LA", language],
    ["UR", url],
    ["ER", ""],
  ];
  const lines = fields.filter(([, value]) => value !== null);
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join("");
}
