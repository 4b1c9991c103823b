import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, RequestHandler, Response } from "express";
import {
  MOST_ADDRESSES,
  SITEMAP_END,
  SITEMAP_START,
  sitemapEntries,
  sitemapIndex,
} from "../../formats/sitemap.ts";
import type { Site } from "../../pages/site.ts";
import { type CalendarPeriod, parseCalendarPeriod } from "../../statements/period.ts";
import type { Position } from "../../statements/position.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import type { PeriodCount, Store } from "../../store/store.ts";
import { readQuery } from "../read-query.ts";
import { everythingWithin } from "./everything-within.ts";
import { noSuchPage } from "./path-period.ts";

const XML = "application/xml; charset=utf-8";

/** Statements read at once, so that the largest sitemap takes little memory. */
const BATCH = 1000;

/** `/sitemap.xml`: a sitemap for each year that holds statements; for each month or day where a year or month holds too many. */
export function sitemapIndexRoute(store: Store, site: Site): RequestHandler {
  return async (request, response) => {
    readQuery(request.url, []);
    const periods = await periodsOf(store);
    response.set({ "Content-Type": XML, "Cache-Control": "no-cache" });
    response.send(sitemapIndex(site.url, periods));
  };
}

/** `/sitemap/2023.xml`: the statements of a period, oldest first, in memory that does not grow with them. */
export function sitemapRoute(store: Store, site: Site): RequestHandler {
  return async (request: Request, response: Response) => {
    readQuery(request.url, []);
    const period = parseCalendarPeriod(String(request.params.period));
    if (!period) throw noSuchPage();
    // The first batch is read before anything is sent, so that an archive that cannot be read is a 503.
    const first = await batchOf(store, period, null);
    response.set({ "Content-Type": XML, "Cache-Control": "no-cache" });
    if (request.method === "HEAD") response.end();
    else await pipeline(Readable.from(sitemapParts(store, site, period, first)), response);
  };
}

async function* sitemapParts(
  store: Store,
  site: Site,
  period: CalendarPeriod,
  first: Awaited<ReturnType<typeof batchOf>>,
): AsyncGenerator<string> {
  yield SITEMAP_START;
  let batch = first;
  for (let listed = 0; ; ) {
    yield sitemapEntries(site.url, batch.statements);
    listed += batch.statements.length;
    if (!batch.next || listed >= MOST_ADDRESSES) break;
    batch = await batchOf(store, period, batch.next.after);
  }
  yield SITEMAP_END;
}

function batchOf(store: Store, { first, last }: CalendarPeriod, after: Position | null) {
  const filter = { ...EVERYTHING, from: first, to: last };
  return store.list({ query: null, filter, order: "oldest", after, limit: BATCH });
}

/** Periods that hold at most as many statements as a sitemap may list, in order of time. A day is not split further. */
async function periodsOf(store: Store): Promise<string[]> {
  const periods: string[] = [];
  for (const year of await store.counts("year", everythingWithin(null, null))) {
    if (fits(year)) periods.push(year.period);
    else periods.push(...(await monthsOf(store, year)));
  }
  return periods;
}

async function monthsOf(store: Store, year: PeriodCount): Promise<string[]> {
  const periods: string[] = [];
  for (const month of await parts(store, "month", year)) {
    if (fits(month)) periods.push(month.period);
    else periods.push(...(await parts(store, "day", month)).map(({ period }) => period));
  }
  return periods;
}

function fits({ count }: PeriodCount): boolean {
  return count <= MOST_ADDRESSES;
}

async function parts(store: Store, unit: "month" | "day", whole: PeriodCount) {
  const period = parseCalendarPeriod(whole.period);
  return store.counts(unit, everythingWithin(period?.first ?? null, period?.last ?? null));
}
