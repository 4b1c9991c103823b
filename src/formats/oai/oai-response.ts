import { OAI } from "../../permalinks.ts";
import type { Instant } from "../../statements/statement.ts";
import { element, textElement, XML_DECLARATION, type Xml } from "../xml.ts";
import { isSetSpec } from "./oai-sets.ts";

const NAMESPACE = "http://www.openarchives.org/OAI/2.0/";
const NAMESPACES = {
  xmlns: NAMESPACE,
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${NAMESPACE} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd`,
};

/** Why a request is not answered (3.6). */
export interface OaiFault {
  code:
    | "badArgument"
    | "badResumptionToken"
    | "badVerb"
    | "cannotDisseminateFormat"
    | "idDoesNotExist"
    | "noRecordsMatch"
    | "noSetHierarchy";
  message: string;
}

/** The arguments as they are repeated to the harvester, the verb among them. */
export type OaiArguments = Readonly<Record<string, string>>;

/** The whole answer (3.2). `given` is empty where verb or arguments were at fault. */
export function oaiResponse(
  siteUrl: string,
  at: Instant,
  given: OaiArguments,
  answer: Xml[],
): string {
  const root = element("OAI-PMH", NAMESPACES, [
    textElement("responseDate", at),
    textElement("request", siteUrl + OAI, repeatable(given)),
    ...answer,
  ]);
  return `${XML_DECLARATION}${root}\n`;
}

export function oaiErrors(faults: readonly OaiFault[]): Xml[] {
  return faults.map(({ code, message }) => textElement("error", message, { code }));
}

/** Values that the schema allows: others are told in the error, and not repeated. */
const FORMS: Record<string, (value: string) => boolean> = {
  identifier: (value) => /^[\w\-.!~*'();/?:@&=+$,]+$/.test(value),
  metadataPrefix: (value) => /^[A-Za-z0-9\-_.!~*'()]+$/.test(value),
  set: isSetSpec,
};

function repeatable(given: OaiArguments): OaiArguments {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => FORMS[name]?.(value) ?? true),
  );
}
