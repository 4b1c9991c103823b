import {
  correctionEntry,
  deletedEntry,
  tombstoneEntry,
} from "../../../formats/feeds/correction-entry.ts";
import type { Feed, FeedEntry } from "../../../formats/feeds/feed.ts";
import { type EntryChange, statementEntry } from "../../../formats/feeds/statement-entry.ts";
import { longDate } from "../../../pages/long-date.ts";
import { longInstant } from "../../../pages/long-instant.ts";
import type { ChangesRequest, StatementChange, Store } from "../../../store/store.ts";

/** Characters of entries in one document, about. */
const MOST_CHARACTERS = 1_000_000;

/** The entries of those changes as far as they fill a document, and of how many changes they are: at least one. */
export async function readEntries(
  store: Store,
  siteUrl: string,
  kind: ChangesRequest["kind"],
  changes: StatementChange[],
): Promise<Pick<Feed, "entries" | "deleted"> & { read: number }> {
  const entries: FeedEntry[] = [];
  const deleted: Feed["deleted"] = [];
  let characters = 0;
  let read = 0;
  for (const change of changes) {
    if (characters >= MOST_CHARACTERS) break;
    read += 1;
    if (change.tombstone) deleted.push(deletedEntry(siteUrl, change.tombstone, change.at));
    const entry = await entryOf(store, siteUrl, kind, change);
    if (entry === null) continue;
    entries.push(entry);
    characters += entry.html.length;
  }
  return { entries, deleted, read };
}

/** `null` for a statement that is gone, in a feed of statements. */
async function entryOf(
  store: Store,
  siteUrl: string,
  kind: ChangesRequest["kind"],
  change: StatementChange,
): Promise<FeedEntry | null> {
  const corrections = kind === "corrections";
  if (change.tombstone) {
    const { tombstone } = change;
    return corrections ? tombstoneEntry(siteUrl, tombstone, told(change)) : null;
  }
  const { id } = change.statement;
  const statement = await store.statement(id);
  if (statement === null || "removedAt" in statement) throw new Error(`expected a statement ${id}`);
  const make = corrections ? correctionEntry : statementEntry;
  return make(siteUrl, statement, told(change));
}

function told({ kind, at, note, statement, tombstone }: StatementChange): EntryChange {
  const { date } = statement ?? tombstone;
  const withdrawn = statement?.withdrawn ?? null;
  return {
    kind,
    at,
    note,
    longAt: longInstant(at),
    longDate: longDate(date),
    longWithdrawnAt: withdrawn && longInstant(withdrawn.at),
  };
}
