import { periodPath } from "../permalinks.ts";
import type { PeriodCount } from "../store/store.ts";
import { longYear } from "./long-date.ts";
import { figure } from "./wording.ts";

/** A year or a month beside the date line, with its count. */
export interface RailLink {
  href: string;
  name: string;
  figure: string;
  current: boolean;
}

/** So many years stand in the rail at most. */
const MOST = 12;

/** The years with statements nearest to `year` (`YYYY`), in order of time, and that year itself. */
export function yearRail(year: string, years: PeriodCount[]): RailLink[] {
  const at = years.findIndex(({ period }) => period >= year);
  const place = at === -1 ? years.length : at;
  const known = years[place]?.period === year;
  const all = known ? years : years.toSpliced(place, 0, { period: year, count: 0 });
  const start = Math.max(0, Math.min(place - MOST / 2, all.length - MOST));
  return all.slice(start, start + MOST).map(({ period, count }) => ({
    href: periodPath(period),
    name: longYear(Number(period)),
    figure: figure(count),
    current: period === year,
  }));
}
