import { OAI_DC } from "../../../formats/oai/oai-record.ts";
import { filterOfSet, isSetSpec } from "../../../formats/oai/oai-sets.ts";
import { readToken } from "../../../formats/oai/resumption-token.ts";
import type { ChangeKey } from "../../../statements/change-key.ts";
import { parseIsoDate } from "../../../statements/iso-date.ts";
import type { Instant } from "../../../statements/statement.ts";
import { EVERYTHING, type StatementFilter } from "../../../statements/statement-filter.ts";
import { oaiProblem } from "./oai-problem.ts";

/** What is harvested, and from where it goes on. */
export interface Selection {
  /** As they came, for the next token. */
  written: { from: string | null; until: string | null; set: string | null };
  from: Instant | null;
  until: Instant | null;
  filter: StatementFilter;
  after: ChangeKey | null;
  cursor: number;
}

/** Reads a selection or a resumption of one. Throws the protocol's errors. */
export function readSelection(given: Readonly<Record<string, string>>): Selection {
  if (given.resumptionToken === undefined) {
    expectFormat(given.metadataPrefix);
    const { from = null, until = null, set = null } = given;
    return selectionOf({ from, until, set }, null, 0);
  }
  const resumed = readToken(given.resumptionToken);
  if (resumed === null) throw badToken();
  const { after, cursor, ...written } = resumed;
  try {
    return selectionOf(written, after, cursor);
  } catch {
    throw badToken();
  }
}

/** The one format that every repository has. */
export function expectFormat(prefix: string | undefined): void {
  if (prefix === OAI_DC.prefix) return;
  throw oaiProblem("cannotDisseminateFormat", `Records are there as ${OAI_DC.prefix} only.`);
}

export function badToken() {
  return oaiProblem("badResumptionToken", "This resumptionToken was not given here.");
}

function selectionOf(
  written: Selection["written"],
  after: ChangeKey | null,
  cursor: number,
): Selection {
  const { from, until, set } = written;
  if (from !== null && until !== null && from.length !== until.length)
    throw oaiProblem("badArgument", "“from” and “until” are written in the same granularity.");
  const first = readDatestamp("from", from, "T00:00:00Z");
  const last = readDatestamp("until", until, "T23:59:59Z");
  if (first !== null && last !== null && first > last)
    throw oaiProblem("badArgument", `“from” (${from}) is not later than “until” (${until}).`);
  return { written, from: first, until: last, filter: readSet(set), after, cursor };
}

/** A day means all of it: `time` is its end on that side. */
function readDatestamp(name: string, text: string | null, time: string): Instant | null {
  if (text === null) return null;
  const form = /^(\d{4}-\d{2}-\d{2})(T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ)?$/.exec(text);
  const day = parseIsoDate(form?.[1] ?? "");
  if (day !== null) return day + (form?.[2] ?? time);
  const expected = "as 2023-01-27 or 2023-01-27T10:30:00Z";
  throw oaiProblem("badArgument", `Expected “${name}” ${expected}; it was ${text.slice(0, 100)}.`);
}

function readSet(set: string | null): StatementFilter {
  if (set === null) return EVERYTHING;
  if (!isSetSpec(set)) throw oaiProblem("badArgument", "A set’s name has the form agency:…");
  const filter = filterOfSet(set);
  if (filter === null) throw oaiProblem("noRecordsMatch", `There is no set ${set.slice(0, 200)}.`);
  return filter;
}
