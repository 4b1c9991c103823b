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
import { type Position, parsePosition } from "../../statements/position.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import type { PeriodCount, StatementPage, Store } from "../../store/store.ts";
import { readQuery } from "../read-query.ts";
import { everythingWithin } from "./everything-within.ts";
import { noSuchPage } from "./path-period.ts";

const XML = "application/xml; charset=utf-8";

/** Statements read at once, so that the largest sitemap takes little memory. */
const BATCH = 1000;

/** `/sitemap.xml`: a sitemap for each year that holds statements; for each month or day, or part of a day, where a year, month or day holds too many. */
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
    const { period, after } = readPart(String(request.params.period));
    // The first batch is read before anything is sent, so that an archive that cannot be read is a 503.
    const first = await batchOf(store, period, after);
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

/** A period, or a place within a day from which its sitemap goes on. Throws a 404 for anything else. */
function readPart(written: string): { period: CalendarPeriod; after: Position | null } {
  const place = parsePosition(written);
  const period = parseCalendarPeriod(place ? place.date : written);
  if (!period) throw noSuchPage();
  return { period, after: place && written };
}

/** Periods, and places within days, from which at most as many statements go on as a sitemap may list, in order of time. */
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
    else periods.push(...(await daysOf(store, month)));
  }
  return periods;
}

async function daysOf(store: Store, month: PeriodCount): Promise<string[]> {
  const periods: string[] = [];
  for (const day of await parts(store, "day", month)) {
    periods.push(day.period);
    if (!fits(day)) periods.push(...(await placesIn(store, day)));
  }
  return periods;
}

/** The places behind which each further sitemap of a day begins. */
async function placesIn(store: Store, day: PeriodCount): Promise<string[]> {
  const period = parseCalendarPeriod(day.period) as CalendarPeriod;
  const places: string[] = [];
  let listed = 0;
  for (let after: Position | null = null; ; ) {
    const { statements, next }: StatementPage = await batchOf(store, period, after);
    if (next === null) return places;
    listed += statements.length;
    after = next.after;
    if (listed % MOST_ADDRESSES === 0) places.push(after);
  }
}

function fits({ count }: PeriodCount): boolean {
  return count <= MOST_ADDRESSES;
}

async function parts(store: Store, unit: "month" | "day", whole: PeriodCount) {
  const period = parseCalendarPeriod(whole.period);
  return store.counts(unit, everythingWithin(period?.first ?? null, period?.last ?? null));
}
