import { createHash } from "node:crypto";
import type { IsoDate } from "../../../src/statements/iso-date.ts";
import type { Content, StatementSummary } from "../../../src/statements/statement.ts";
import { EVERYTHING, type StatementFilter } from "../../../src/statements/statement-filter.ts";
import type { ArchiveImport, Asked, SourceFile, Store } from "../../../src/store/store.ts";

export const FIRST_RUN = "2024-05-01T10:00:00Z";
export const SECOND_RUN = "2024-05-02T10:00:00Z";

export type Said = Partial<Omit<Content, "date">> & { date: string };

/** A whole content from the parts that a test cares about. */
export function content(said: Said): Content {
  return {
    text: `What was said on ${said.date}. More followed.`,
    format: "text",
    headline: `What was said on ${said.date}.`,
    headlineDerived: true,
    place: null,
    agency: null,
    language: "en",
    url: null,
    rights: null,
    tags: [],
    excerpt: "More followed.",
    blocks: null,
    ...said,
    date: said.date as IsoDate,
  };
}

export function digestOf({ date, text }: Content): Uint8Array {
  return sha256(Buffer.from(`${date}\n${text}`));
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** A file of that content under `/letters`, unless another folder or other bytes are given. */
export function fileOf(
  path: string,
  said: Content,
  other: { folder?: string; bytes?: Uint8Array } = {},
): SourceFile {
  const bytes = other.bytes ?? Buffer.from(`date ${said.date} ${said.text}\n`);
  return { folder: other.folder ?? "/letters", path, bytes, sha256: sha256(bytes) };
}

/** One import run that is kept. */
export function importing<Result>(
  store: Store,
  work: (archive: ArchiveImport) => Promise<Result>,
  at = FIRST_RUN,
): Promise<Result> {
  return store.importRun({ at, dryRun: false, sample: false }, work);
}

/** Adds a statement within a run: its id. */
export async function add(archive: ArchiveImport, said: Said, path?: string): Promise<string> {
  const whole = content(said);
  const file = fileOf(path ?? `${said.date}.txt`, whole);
  return (await archive.add(whole, digestOf(whole), null, file)).id;
}

/** Imports statements in one run, as files `1.txt`, `2.txt` and so on: their ids. */
export function imported(store: Store, all: Said[], at = FIRST_RUN): Promise<string[]> {
  return importing(
    store,
    async (archive) => {
      const ids: string[] = [];
      for (const [index, said] of all.entries()) {
        ids.push(await add(archive, said, `${index + 1}.txt`));
      }
      return ids;
    },
    at,
  );
}

/** The headlines of the first page, newest first. */
export async function headlines(store: Store, filter: Partial<StatementFilter> = {}) {
  const page = await listed(store, filter);
  return page.statements.map(({ headline }: StatementSummary) => headline);
}

/** The first page, newest first, and the count of all. */
export async function listed(store: Store, filter: Partial<StatementFilter> = {}, limit = 50) {
  const asked = { query: null, filter: { ...EVERYTHING, ...filter } };
  const page = await store.list({ ...asked, order: "newest", after: null, limit });
  return { ...page, total: await store.total(asked) };
}

/** Every statement from `from` to `to`, both included. */
export function everyDay(from: IsoDate, to: IsoDate): Asked {
  return { query: null, filter: { ...EVERYTHING, from, to } };
}

export const EVERY_DAY: Asked = { query: null, filter: EVERYTHING };

export const day = (date: string) => date as IsoDate;
