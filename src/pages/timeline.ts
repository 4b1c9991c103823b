import type { IsoDate } from "../statements/iso-date.ts";
import type { Period } from "../statements/period.ts";
import type { PeriodCount } from "../store/store.ts";
import { drawTimeline, type TimelineBin, type TimelineDrawing } from "./timeline-drawing.ts";
import {
  binHref,
  binName,
  binOf,
  binPeriod,
  binsName,
  DAY_UNITS,
  type TimelineUnit,
  UNITS,
} from "./timeline-unit.ts";
import { figure } from "./wording.ts";

/** The whole span of an archive, drawn twice: wide, and with fewer bars for phones. */
export interface Timeline {
  wide: TimelineRendition;
  small: TimelineRendition;
  /** Says what is thick and what is thin; `null` where all is one. */
  caption: string | null;
  /** The wide drawing's counts; a row without statements has no link. */
  table: { heading: string; rows: { name: string; href: string | null; count: string }[] };
}

export interface TimelineRendition extends TimelineDrawing {
  /** `Statements by month, December 2022 to December 2023` */
  label: string;
}

type Width = keyof typeof UNITS;

/** The most bars, and the least width in pixels: on a phone each bar keeps 24 of them. */
const MOST = { wide: 48, small: 11 };
const WIDTH = { wide: 500, small: 270 };

interface Span {
  first: IsoDate | null;
  last: IsoDate | null;
}

/** The unit in which to ask the store for `timeline`'s counts: months where at most 48 of them are drawn, else years. */
export function timelineUnit(summary: Span): "month" | "year" {
  const { first, last } = summary;
  return first === null || last === null || unitOf("wide", first, last).months === 1
    ? "month"
    : "year";
}

/** What the timeline of a list shows besides what was found. */
export interface ListTimeline {
  /** Everything of the same span. */
  all: PeriodCount[];
  /** The dates asked for. */
  asked: Period;
  /** The list of a period, each end as it would be typed. */
  href: (period: { from: string; to: string }) => string;
  caption: string | null;
  /** Whether the span is one month, drawn in days. */
  days: boolean;
}

/**
 * `counts` are all of `timelineUnit`, in order of time; `null` for an empty archive. A span within one year is drawn as
 * that year. With `list`, `counts` are what was found.
 */
export function timeline(
  summary: Span,
  counts: PeriodCount[],
  list: ListTimeline | null = null,
): Timeline | null {
  const { first, last } = summary;
  if (first === null || last === null) return null;
  const [wide, small] = (["wide", "small"] as const).map((width) => {
    const unit = list?.days ? DAY_UNITS[width] : unitOf(width, first, last);
    return { width, unit, bins: binsOf(unit, first, last, counts, list?.all ?? counts) };
  }) as [Rendered, Rendered];
  return {
    wide: rendition(wide, list),
    small: rendition(small, list),
    caption: list?.caption ?? null,
    table: {
      heading: wide.unit.heading,
      rows: wide.bins.map((bin) => rowOf(wide.unit, bin, hrefOf(wide.unit, list))),
    },
  };
}

interface Rendered {
  width: Width;
  unit: TimelineUnit;
  bins: TimelineBin[];
}

function rendition({ width, unit, bins }: Rendered, list: ListTimeline | null): TimelineRendition {
  const [first, last] = [bins[0]?.bin ?? 0, bins.at(-1)?.bin ?? 0];
  const label = `Statements by ${unit.heading.toLowerCase()}, ${binsName(unit, first, last)}`;
  const drawing = drawTimeline(unit, bins, WIDTH[width], {
    href: hrefOf(unit, list),
    asked: list && askedBins(unit, list.asked, first, last),
    found: list?.caption != null,
  });
  return { label, ...drawing };
}

function hrefOf(unit: TimelineUnit, list: ListTimeline | null): (bin: number) => string {
  return (bin) => (list === null ? binHref(unit, bin) : list.href(binPeriod(unit, bin)));
}

function askedBins(
  unit: TimelineUnit,
  { from, to }: Period,
  first: number,
  last: number,
): [number, number] | null {
  if (from === null && to === null) return null;
  return [from === null ? first : binOf(unit, from), to === null ? last : binOf(unit, to)];
}

function unitOf(width: Width, first: IsoDate, last: IsoDate): TimelineUnit {
  const fits = (unit: TimelineUnit) => {
    const [from, to] = endsOf(unit, first, last);
    return to - from < MOST[width];
  };
  const units = UNITS[width];
  return units.find(fits) ?? (units.at(-1) as TimelineUnit);
}

/** The first and the last bin. */
function endsOf(unit: TimelineUnit, first: IsoDate, last: IsoDate): [number, number] {
  const year = first.slice(0, 4);
  const sameYear = year === last.slice(0, 4);
  return sameYear
    ? [binOf(unit, `${year}-01`), binOf(unit, `${year}-12`)]
    : [binOf(unit, first), binOf(unit, last)];
}

function binsOf(
  unit: TimelineUnit,
  first: IsoDate,
  last: IsoDate,
  counts: PeriodCount[],
  all: PeriodCount[],
): TimelineBin[] {
  const [from, to] = unit.days
    ? [binOf(unit, first), binOf(unit, last)]
    : endsOf(unit, first, last);
  const bins = Array.from({ length: to - from + 1 }, (_, index) => ({
    bin: from + index,
    count: 0,
    all: 0,
  }));
  for (const [part, periods] of [
    ["count", counts],
    ["all", all],
  ] as const) {
    for (const { period, count } of periods) {
      const bin = bins[binOf(unit, period) - from];
      if (bin) bin[part] += count;
    }
  }
  return bins;
}

function rowOf(unit: TimelineUnit, { bin, count }: TimelineBin, href: (bin: number) => string) {
  return {
    name: binName(unit, bin),
    href: count > 0 ? href(bin) : null,
    count: figure(count),
  };
}
