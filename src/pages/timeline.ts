import type { IsoDate } from "../statements/iso-date.ts";
import type { PeriodCount } from "../store/store.ts";
import { drawTimeline, type TimelineBin, type TimelineDrawing } from "./timeline-drawing.ts";
import { binHref, binName, binOf, binsName, type TimelineUnit, UNITS } from "./timeline-unit.ts";
import { figure } from "./wording.ts";

/** The whole span of an archive, drawn twice: wide, and with fewer bars for phones. */
export interface Timeline {
  wide: TimelineRendition;
  small: TimelineRendition;
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

/** `counts` are all of `timelineUnit`, in order of time; `null` for an empty archive. A span within one year is drawn as that year. */
export function timeline(summary: Span, counts: PeriodCount[]): Timeline | null {
  const { first, last } = summary;
  if (first === null || last === null) return null;
  const unit = unitOf("wide", first, last);
  const bins = binsOf(unit, first, last, counts);
  const smallUnit = unitOf("small", first, last);
  return {
    wide: rendition("wide", unit, bins),
    small: rendition("small", smallUnit, binsOf(smallUnit, first, last, counts)),
    table: { heading: unit.heading, rows: bins.map((bin) => rowOf(unit, bin)) },
  };
}

function rendition(width: Width, unit: TimelineUnit, bins: TimelineBin[]): TimelineRendition {
  const [first, last] = [bins[0]?.bin ?? 0, bins.at(-1)?.bin ?? 0];
  const label = `Statements by ${unit.heading.toLowerCase()}, ${binsName(unit, first, last)}`;
  return { label, ...drawTimeline(unit, bins, WIDTH[width]) };
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
): TimelineBin[] {
  const [from, to] = endsOf(unit, first, last);
  const bins = Array.from({ length: to - from + 1 }, (_, index) => ({
    bin: from + index,
    count: 0,
  }));
  for (const { period, count } of counts) {
    const bin = bins[binOf(unit, period) - from];
    if (bin) bin.count += count;
  }
  return bins;
}

function rowOf(unit: TimelineUnit, { bin, count }: TimelineBin) {
  return {
    name: binName(unit, bin),
    href: count > 0 ? binHref(unit, bin) : null,
    count: figure(count),
  };
}
