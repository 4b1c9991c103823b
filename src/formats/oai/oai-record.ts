import { shortPath } from "../../permalinks.ts";
import type { Statement } from "../../statements/statement.ts";
import type { StatementChange } from "../../store/store.ts";
import { element, textElement, type Xml } from "../xml.ts";
import { hostOf, oaiIdentifier } from "./oai-identifier.ts";
import { agencySet, yearSet } from "./oai-sets.ts";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
export const OAI_DC = {
  prefix: "oai_dc",
  schema: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
  namespace: "http://www.openarchives.org/OAI/2.0/oai_dc/",
};

/** The site as its records name it. */
export interface Repository {
  title: string;
  /** Without a slash at its end. */
  url: string;
  /** An e-mail address, or an `http` or `https` address. */
  contact: string | null;
  rights: string | null;
}

/** A statement that was withdrawn is deleted here, also where its words can still be read. */
export function isDeleted({ statement }: StatementChange): boolean {
  return statement === null || statement.withdrawn !== null;
}

/** What is known of a record without its words (2.5). */
export function oaiHeader({ url }: Repository, change: StatementChange): Xml {
  const { id, date, agency } = change.statement ?? change.tombstone;
  return element("header", { status: isDeleted(change) ? "deleted" : null }, [
    textElement("identifier", oaiIdentifier(hostOf(url), id)),
    textElement("datestamp", change.at),
    textElement("setSpec", yearSet(date)),
    agency === null ? null : textElement("setSpec", agencySet(agency)),
  ]);
}

/** A record; `statement` is `null` where it is deleted. */
export function oaiRecord(
  repository: Repository,
  change: StatementChange,
  statement: Statement | null,
): Xml {
  const metadata = statement && element("metadata", {}, [dublinCore(repository, statement)]);
  return element("record", {}, [oaiHeader(repository, change), metadata]);
}

/** Unqualified Dublin Core. The identifier is the address to keep. */
function dublinCore({ title, url, rights }: Repository, statement: Statement): Xml {
  const { language, agency, place } = statement;
  const lang = { "xml:lang": language };
  const dc = (name: string, text: string | null, attributes = {}) =>
    text === null || text === "" ? null : textElement(`dc:${name}`, text, attributes);
  return element("oai_dc:dc", NAMESPACES, [
    dc("title", statement.headline, lang),
    dc("creator", agency),
    ...statement.tags.map((tag) => dc("subject", tag)),
    dc("description", statement.excerpt, lang),
    dc("publisher", title),
    dc("date", statement.date),
    dc("type", "Text"),
    dc("format", "text/html"),
    dc("identifier", url + shortPath(statement.id)),
    dc("source", statement.url),
    dc("language", language),
    dc("coverage", place),
    dc("rights", statement.rights ?? rights),
  ]);
}

const NAMESPACES = {
  "xmlns:oai_dc": OAI_DC.namespace,
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xsi": XSI,
  "xsi:schemaLocation": `${OAI_DC.namespace} ${OAI_DC.schema}`,
};
