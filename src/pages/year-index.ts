import type { PeriodCount } from "../store/store.ts";
import { binHref, binName, binOf, type TimelineUnit, YEARS } from "./timeline-unit.ts";
import { figure } from "./wording.ts";

/** A count with its link, as a facet prints it. */
export interface CountLink {
  text: string;
  href: string;
  count: string;
}

/** The years, newest first: one by one, or in tens, hundreds or thousands where there are too many. */
export interface YearIndex {
  years: CountLink[];
  /** Where the years are too many: spans of them, each with its years inside, or with none where even these would be too many. */
  spans: (CountLink & { years: CountLink[] })[];
}

const MOST_YEARS = 16;
const MOST_SPANS = 24;
const MOST_YEARS_INSIDE = 300;

/** `years` are all that hold statements, in order of time. */
export function yearIndex(years: PeriodCount[]): YearIndex {
  const [oneYear, ...longer] = YEARS as [TimelineUnit, ...TimelineUnit[]];
  if (years.length <= MOST_YEARS) return { years: linksOf(oneYear, years), spans: [] };
  const unit = longer.find((each) => binsOf(each, years).size <= MOST_SPANS) ?? longer.at(-1);
  const inside = years.length <= MOST_YEARS_INSIDE;
  const spans = [...binsOf(unit as TimelineUnit, years).values()].reverse().map((held) => ({
    ...spanLink(unit as TimelineUnit, held),
    years: inside ? linksOf(oneYear, held) : [],
  }));
  return { years: [], spans };
}

function binsOf(unit: TimelineUnit, years: PeriodCount[]): Map<number, PeriodCount[]> {
  const bins = new Map<number, PeriodCount[]>();
  for (const year of years) {
    const bin = binOf(unit, year.period);
    bins.set(bin, [...(bins.get(bin) ?? []), year]);
  }
  return bins;
}

function linksOf(unit: TimelineUnit, years: PeriodCount[]): CountLink[] {
  return years.map((year) => spanLink(unit, [year])).reverse();
}

function spanLink(unit: TimelineUnit, held: PeriodCount[]): CountLink {
  const bin = binOf(unit, held[0]?.period ?? "");
  const count = held.reduce((sum, year) => sum + year.count, 0);
  return { text: binName(unit, bin), href: binHref(unit, bin), count: figure(count) };
}
