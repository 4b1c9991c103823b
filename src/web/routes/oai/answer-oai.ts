import { hostOf, idOfIdentifier } from "../../../formats/oai/oai-identifier.ts";
import { oaiIdentify, oaiMetadataFormats, oaiSets } from "../../../formats/oai/oai-identify.ts";
import {
  isDeleted,
  oaiHeader,
  oaiRecord,
  type Repository,
} from "../../../formats/oai/oai-record.ts";
import { writeToken } from "../../../formats/oai/resumption-token.ts";
import { element, textElement, type Xml } from "../../../formats/xml.ts";
import { EVERYTHING } from "../../../statements/statement-filter.ts";
import type { ChangePage, StatementChange, Store } from "../../../store/store.ts";
import { oaiProblem } from "./oai-problem.ts";
import type { OaiAsked } from "./read-arguments.ts";
import { badToken, expectFormat, readSelection, type Selection } from "./read-selection.ts";

/** Records in one answer; of headers alone, which are short, more. */
const MOST_RECORDS = 100;
const MOST_HEADERS = 1000;

/** Where nothing has come yet, nothing can be earlier. */
const BEFORE_ALL = "1970-01-01T00:00:00Z";

/** What stands in the answer to that verb. Throws the protocol's errors. */
export function answerOai(
  store: Store,
  repository: Repository,
  { verb, given }: OaiAsked,
): Promise<Xml> {
  const answers = {
    Identify: () => identify(store, repository),
    ListMetadataFormats: () => metadataFormats(store, repository, given.identifier),
    ListSets: () => sets(store, given.resumptionToken),
    GetRecord: () => getRecord(store, repository, given),
    ListIdentifiers: () => listIdentifiers(store, repository, given),
    ListRecords: () => listRecords(store, repository, given),
  };
  return answers[verb]();
}

async function identify(store: Store, repository: Repository): Promise<Xml> {
  const first = { from: null, until: null, query: null, filter: EVERYTHING } as const;
  const { changes } = await store.changes({
    ...first,
    order: "oldest",
    kind: "all",
    after: null,
    limit: 1,
  });
  return oaiIdentify(repository, changes[0]?.at ?? BEFORE_ALL);
}

async function metadataFormats(
  store: Store,
  repository: Repository,
  identifier: string | undefined,
): Promise<Xml> {
  if (identifier !== undefined) await findChange(store, repository, identifier);
  return oaiMetadataFormats();
}

async function sets(store: Store, token: string | undefined): Promise<Xml> {
  // All sets come at once, so that no token was ever given.
  if (token !== undefined) throw badToken();
  const years = await store.counts("year", { query: null, filter: EVERYTHING });
  if (years.length === 0)
    throw oaiProblem("noSetHierarchy", "There are no statements yet, and no sets.");
  return oaiSets(years, await store.names("agency"));
}

async function getRecord(
  store: Store,
  repository: Repository,
  { identifier = "", metadataPrefix }: Readonly<Record<string, string>>,
): Promise<Xml> {
  const change = await findChange(store, repository, identifier);
  expectFormat(metadataPrefix);
  return element("GetRecord", {}, [await recordOf(store, repository, change)]);
}

async function listIdentifiers(
  store: Store,
  repository: Repository,
  given: Readonly<Record<string, string>>,
): Promise<Xml> {
  const selection = readSelection(given);
  const page = await select(store, selection, MOST_HEADERS);
  const headers = page.changes.map((change) => oaiHeader(repository, change));
  return element("ListIdentifiers", {}, [...headers, resumption(selection, page)]);
}

async function listRecords(
  store: Store,
  repository: Repository,
  given: Readonly<Record<string, string>>,
): Promise<Xml> {
  const selection = readSelection(given);
  const page = await select(store, selection, MOST_RECORDS);
  const records: Xml[] = [];
  for (const change of page.changes) records.push(await recordOf(store, repository, change));
  return element("ListRecords", {}, [...records, resumption(selection, page)]);
}

/** The oldest change first: what changes during a harvest is met at its end. */
async function select(
  store: Store,
  { from, until, filter, after }: Selection,
  limit: number,
): Promise<ChangePage> {
  const page = await store.changes({
    from,
    until,
    query: null,
    filter,
    order: "oldest",
    kind: "all",
    after,
    limit,
  });
  // Also within a harvest: what was left may have changed since, and lie behind its end.
  if (page.changes.length > 0) return page;
  throw oaiProblem("noRecordsMatch", "No record has changed within these bounds.");
}

/** Empty in the last part of a list that came in parts (3.5); `null` where the list is whole. */
function resumption(
  { written, after, cursor }: Selection,
  { changes, next }: ChangePage,
): Xml | null {
  const attributes = { cursor: String(cursor) };
  if (next === null) return after === null ? null : textElement("resumptionToken", "", attributes);
  const behind = { ...written, after: next.after, cursor: cursor + changes.length };
  return textElement("resumptionToken", writeToken(behind), attributes);
}

async function findChange(
  store: Store,
  { url }: Repository,
  identifier: string,
): Promise<StatementChange> {
  const id = idOfIdentifier(hostOf(url), identifier);
  const change = id === null ? null : await store.lastChange(id);
  if (change) return change;
  throw oaiProblem("idDoesNotExist", "No record has this identifier, and none had it before.");
}

async function recordOf(
  store: Store,
  repository: Repository,
  change: StatementChange,
): Promise<Xml> {
  if (change.statement === null || isDeleted(change)) return oaiRecord(repository, change, null);
  const statement = await store.statement(change.statement.id);
  if (statement === null || "removedAt" in statement)
    throw new Error(`expected a statement ${change.statement.id}`);
  return oaiRecord(repository, change, statement);
}
