import { OAI } from "../../permalinks.ts";
import type { Instant } from "../../statements/statement.ts";
import type { NameCount, PeriodCount } from "../../store/store.ts";
import { element, textElement, type Xml } from "../xml.ts";
import { hostOf, isOaiHost, oaiIdentifier } from "./oai-identifier.ts";
import { OAI_DC, type Repository } from "./oai-record.ts";
import { agencySet } from "./oai-sets.ts";

const IDENTIFIER_NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai-identifier";

/** What the repository is (4.2). `earliest`: no record has an earlier datestamp. */
export function oaiIdentify(repository: Repository, earliest: Instant): Xml {
  const { title, url } = repository;
  return element("Identify", {}, [
    textElement("repositoryName", title),
    textElement("baseURL", url + OAI),
    textElement("protocolVersion", "2.0"),
    textElement("adminEmail", adminEmail(repository)),
    textElement("earliestDatestamp", earliest),
    textElement("deletedRecord", "persistent"),
    textElement("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    identifierDescription(hostOf(url)),
  ]);
}

export function oaiMetadataFormats(): Xml {
  return element("ListMetadataFormats", {}, [
    element("metadataFormat", {}, [
      textElement("metadataPrefix", OAI_DC.prefix),
      textElement("schema", OAI_DC.schema),
      textElement("metadataNamespace", OAI_DC.namespace),
    ]),
  ]);
}

/** All sets: years in order of time, then agencies, the commonest first. */
export function oaiSets(years: readonly PeriodCount[], agencies: readonly NameCount[]): Xml {
  return element("ListSets", {}, [
    ...years.map(({ period }) => setOf(`year:${period}`, `Statements of ${period}`)),
    ...agencies.map(({ name }) => setOf(agencySet(name), `Statements from ${name}`)),
  ]);
}

function setOf(setSpec: string, setName: string): Xml {
  return element("set", {}, [textElement("setSpec", setSpec), textElement("setName", setName)]);
}

/** The contact, or the postmaster of the host, where mail to a site must arrive (RFC 5321, 4.5.1). */
function adminEmail({ url, contact }: Repository): string {
  if (contact !== null && /^[^\s/@]+@([^\s/@.]+\.)+[^\s/@.]+$/.test(contact)) return contact;
  const host = hostOf(url);
  return `postmaster@${host.includes(".") ? host : `${host}.localdomain`}`;
}

/** `null` for a host of which the guidelines on identifiers know nothing. */
function identifierDescription(host: string): Xml | null {
  if (!isOaiHost(host)) return null;
  const attributes = {
    xmlns: IDENTIFIER_NAMESPACE,
    "xsi:schemaLocation": `${IDENTIFIER_NAMESPACE} http://www.openarchives.org/OAI/2.0/oai-identifier.xsd`,
  };
  return element("description", {}, [
    element("oai-identifier", attributes, [
      textElement("scheme", "oai"),
      textElement("repositoryIdentifier", host),
      textElement("delimiter", ":"),
      textElement("sampleIdentifier", oaiIdentifier(host, "k3m9p2q7ra")),
    ]),
  ]);
}
