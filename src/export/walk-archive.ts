import {
  ABOUT,
  CHANGES,
  HOME,
  LOG_CHECKPOINT,
  PROOF,
  periodPath,
  STATEMENTS,
  shortPath,
  statementPath,
  VERIFIER,
} from "../permalinks.ts";
import type { ChangeKey } from "../statements/change-key.ts";
import { yearPeriod } from "../statements/period.ts";
import type { Position } from "../statements/position.ts";
import type { Statement } from "../statements/statement.ts";
import { EVERYTHING } from "../statements/statement-filter.ts";
import type { ChangePage, StatementPage, Store } from "../store/store.ts";

/** Statements read at once. */
const BATCH = 200;

const ALL = { query: null, filter: EVERYTHING };

/** The addresses of what is there whatever statements there are. */
export const SITE_ADDRESSES: readonly string[] = [
  "/site.css",
  "/site.js",
  "/favicon.ico",
  HOME,
  ABOUT,
  CHANGES,
  STATEMENTS,
  PROOF,
  LOG_CHECKPOINT,
  VERIFIER,
];

/** The present wordings, the oldest statement first, some at a time. */
export async function* statementsOf(store: Store): AsyncGenerator<Statement[]> {
  for (let after: Position | null = null; ; ) {
    const page: StatementPage = await store.list({ ...ALL, order: "oldest", after, limit: BATCH });
    const found = await Promise.all(page.statements.map(({ id }) => store.statement(id)));
    yield found.filter((statement) => statement !== null && "text" in statement);
    if (page.next === null) return;
    after = page.next.after;
  }
}

/** Where the statements stood that were taken away, as far as that may still be told, some at a time. */
export async function* goneAddresses(store: Store): AsyncGenerator<string[]> {
  const all = { ...ALL, from: null, until: null, order: "oldest", kind: "all" } as const;
  for (let after: ChangeKey | null = null; ; ) {
    const page: ChangePage = await store.changes({ ...all, after, limit: BATCH });
    const gone = page.changes.flatMap(({ tombstone }) => tombstone ?? []);
    yield gone.flatMap(({ id, date }) => [shortPath(id), statementPath({ id, date, slug: null })]);
    if (page.next === null) return;
    after = page.next.after;
  }
}

/** The years and days that hold statements, a year at a time. Links lead from them to all their months. */
export async function* dateAddresses(store: Store): AsyncGenerator<string[]> {
  for (const { period } of await store.counts("year", ALL)) {
    const year = yearPeriod(Number(period));
    const filter = { ...EVERYTHING, from: year?.first ?? null, to: year?.last ?? null };
    const days = await store.counts("day", { query: null, filter });
    yield [period, ...days.map((day) => day.period)].map(periodPath);
  }
}
