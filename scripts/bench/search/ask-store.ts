import { DatelineError } from "../../../src/errors.ts";
import { readQuery } from "../../../src/search/read-query.ts";
import type { IsoDate } from "../../../src/statements/iso-date.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import type { Asked, Store } from "../../../src/store/store.ts";
import type { QueryClass, SearchCase } from "./query-classes.ts";

/** How many hits a page of results has here. */
const LIMIT = 20;

/** Milliseconds of each search of the class, asked one after the other: without end where it is refused because it takes too long. */
export async function timeStore(store: Store, { ask, cases }: QueryClass): Promise<number[]> {
  const times: number[] = [];
  for (const one of cases) {
    const asked = askedOf(one);
    const start = performance.now();
    const answer =
      ask === "counts"
        ? everyCount(store, asked)
        : store.list({ ...asked, order: ask, after: null, limit: LIMIT });
    times.push((await isAnswered(answer)) ? performance.now() - start : Number.POSITIVE_INFINITY);
  }
  return times;
}

async function isAnswered(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (error instanceof DatelineError && error.code === "unavailable") return false;
    throw error;
  }
}

async function everyCount(store: Store, asked: Asked): Promise<void> {
  await Promise.all([store.total(asked), store.facets(asked), store.counts("year", asked)]);
}

function askedOf({ typed, period }: SearchCase): Asked {
  const { query } = readQuery(typed);
  if (!query) throw new Error(`expected words to search for, but "${typed}" has none`);
  return { query, filter: { ...EVERYTHING, ...boundsOf(period) } };
}

/** The first and the last day of a year or month. */
export function boundsOf(period: string | null): { from: IsoDate | null; to: IsoDate | null } {
  if (period === null) return { from: null, to: null };
  const [year = 0, month] = period.split("-").map(Number);
  const last = new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
  const first = month === undefined ? `${period}-01-01` : `${period}-01`;
  return { from: first as IsoDate, to: last as IsoDate };
}
