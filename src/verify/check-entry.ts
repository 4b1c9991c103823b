import { contentDigest } from "../import/content-digest.ts";
import { withdrawalRecord } from "../log/log-record.ts";
import {
  type LoggedRevision,
  loggedRevision,
  recordOf,
} from "../store/sqlite/log/logged-revisions.ts";
import { numberOf } from "../store/sqlite/number-of.ts";
import { type Prepare, rowOf } from "../store/sqlite/prepare.ts";
import { dateOfKey } from "../store/sqlite/statement-key.ts";
import { type Altered, alteredTeller, type Tell } from "./finding.ts";
import type { LoggedRow } from "./logged-rows.ts";

/** How many entries were seen, and how many revisions and acts of the publisher stand behind them. */
export interface Matched {
  entries: number;
  revisions: number;
  events: number;
  /** The numbers of the last revision and the last act that an entry spoke of: each is spoken of once, in their order. */
  lastRevision: number;
  lastEvent: number;
}

interface EventRow {
  number: number;
  kind: "withdrawn" | "restored";
  reason: string | null;
  /** Whether it is the last of its statement. */
  last: number;
}

/** Expects that what an entry says is what the archive says. */
export function checkEntry(prepare: Prepare, row: LoggedRow, matched: Matched, tell: Tell): void {
  const { statement: id, revision: n, change, date } = row.entry;
  const what = `${id}@${n}`;
  const statement = numberOf(prepare, id);
  const found = statement === null ? null : loggedRevision(prepare, statement, n);
  if (statement === null || found === null) {
    tell({ kind: "missing", what, why: `entry ${row.number} says that it was ${change}` });
    return;
  }
  const altered = alteredTeller(tell, what);
  const revision = withDigest(prepare, found, altered);
  if (revision.wording !== null && revision.date !== date) {
    altered(`the log says that its day is ${date}, the archive ${revision.date}`);
  }
  if (change === "added" || change === "revised") {
    matched.revisions++;
    if (revision.number <= matched.lastRevision) altered(TWICE);
    matched.lastRevision = revision.number;
    checkRevision(prepare, row, statement, revision, altered);
  } else {
    matched.events++;
    const event = checkEvent(prepare, row, statement, revision, altered);
    if (event !== null && event <= matched.lastEvent) altered(TWICE);
    matched.lastEvent = event ?? matched.lastEvent;
  }
}

const TWICE = "the log speaks of it twice, or not in its order";

/** The revision with the digest that its day and text have now, which is compared with the one that is kept. */
function withDigest(prepare: Prepare, revision: LoggedRevision, altered: Altered): LoggedRevision {
  const { wording, date, number } = revision;
  if (wording === null || date === null) return revision;
  const sql = "SELECT text FROM revision WHERE number = ?";
  const { text } = rowOf<{ text: string }>(prepare(sql), number) as { text: string };
  const digest = Buffer.from(contentDigest(date, text)).toString("hex");
  if (digest !== wording.digest) altered("its day and text are not those of its digest");
  return { ...revision, wording: { ...wording, digest } };
}

function checkRevision(
  prepare: Prepare,
  row: LoggedRow,
  statement: number,
  revision: LoggedRevision,
  altered: Altered,
): void {
  const { change } = row.entry;
  if ((change === "added") !== (revision.n === 1)) altered(`the log says that it was ${change}`);
  if (revision.number !== row.revision) altered("it has another number than in the log");
  if (revision.run !== row.run) altered("it came with another run than in the log");
  if (revision.wording === null) {
    checkErased(prepare, statement, altered);
    return;
  }
  if (isVouched(prepare, statement, row)) return;
  if (revision.source?.number !== row.source) altered("it has another source than in the log");
  if (!recordOf(revision, change, revision.note).equals(row.record)) altered(OTHER_RECORD);
}

const OTHER_RECORD =
  "its words, address, headline, names, note or rendering are not those that were logged";

/** Words that are gone were taken away by the publisher, whose act has an entry of its own. */
function checkErased(prepare: Prepare, statement: number, altered: Altered): void {
  const sql = "SELECT 1 FROM event WHERE statement = ? AND kind = 'withdrawn' LIMIT 1";
  if (!rowOf(prepare(sql), statement)) altered("its words are gone, and nobody withdrew it");
}

/** Whether the same wording came back later: that entry speaks of it as it is now, with the address that it has since. */
function isVouched(prepare: Prepare, statement: number, { run, entry }: LoggedRow): boolean {
  const sql = `SELECT 1 FROM event e WHERE e.statement = ? AND e.kind = 'restored' AND e.run > ?
    AND (SELECT max(r.n) FROM revision r WHERE r.statement = e.statement AND r.run <= e.run) = ? LIMIT 1`;
  return rowOf(prepare(sql), statement, run, entry.revision) !== undefined;
}

/** The number of the act that the entry speaks of; `null` where there is none. */
function checkEvent(
  prepare: Prepare,
  row: LoggedRow,
  statement: number,
  revision: LoggedRevision,
  altered: Altered,
): number | null {
  const { change } = row.entry;
  const event = eventAt(prepare, statement, row.run);
  if (!event) {
    altered(`the log says that it was ${change}, the archive does not`);
    return null;
  }
  if ((event.kind === "restored") !== (change === "restored")) {
    altered(`the log says that it was ${change}, the archive that it was ${event.kind}`);
    return event.number;
  }
  if (event.last === 1) checkStanding(prepare, row, statement, event.reason, altered);
  if (change !== "restored") {
    if (!withdrawalRecord(event.reason).equals(row.record))
      altered("the reason of its withdrawal is not the one that was logged");
  } else if (revision.wording !== null && !isVouched(prepare, statement, row)) {
    if (!recordOf(revision, change, event.reason).equals(row.record)) altered(OTHER_RECORD);
  }
  return event.number;
}

function eventAt(prepare: Prepare, statement: number, run: number): EventRow | undefined {
  const sql = `SELECT e.number, e.kind, e.reason,
      NOT EXISTS (SELECT 1 FROM event later WHERE later.statement = e.statement AND later.number > e.number) AS last
    FROM event e WHERE e.statement = ? AND e.run = ?`;
  return rowOf<EventRow>(prepare(sql), statement, run);
}

/** Where the last act of the publisher has left it. */
function checkStanding(
  prepare: Prepare,
  { entry }: LoggedRow,
  statement: number,
  reason: string | null,
  altered: Altered,
): void {
  const { change, date } = entry;
  const here = rowOf<{ withdrawn: number | null }>(
    prepare("SELECT withdrawn FROM statement WHERE number = ?"),
    statement,
  );
  if (change === "withdrawn" || change === "erased") {
    if (here) altered(`it was ${change}, and is listed`);
    const sql = "SELECT date, key, reason FROM tombstone WHERE number = ?";
    const gone = rowOf<{ date: string; key: number; reason: string }>(prepare(sql), statement);
    if (gone && (gone.date !== date || dateOfKey(gone.key) !== date)) {
      altered(`the log says that its day was ${date}, its tombstone ${gone.date}`);
    }
    if (gone && gone.reason !== reason)
      altered("its tombstone gives another reason than was given");
  } else if (!here) {
    altered(`it was ${change}, and is not listed`);
  } else if ((here.withdrawn === null) !== (change === "restored")) {
    altered(`it was ${change}, and is ${here.withdrawn === null ? "not " : ""}marked as withdrawn`);
  }
}
