import { binLabel, binName, binYear, type TimelineUnit } from "./timeline-unit.ts";
import { counted, figure } from "./wording.ts";

/** A unit of time with its statements. */
export interface TimelineBin {
  bin: number;
  count: number;
  /** Everything of that time, where `count` is what was found in it; the same as `count` where nothing was looked for. */
  all: number;
}

/** A bar, in an SVG whose x is in per cent of its width and whose y is in pixels. */
export interface TimelineBar {
  href: string;
  /** `September 2023: 7 statements` */
  label: string;
  x: string;
  /** Its upper end; the lower one is the axis. */
  top: number;
  /** The full column, which is the link's target. */
  reachX: string;
  reachWidth: string;
}

export interface TimelineText {
  text: string;
  x: string;
  y: number;
  /** Whether it stands beside its place and not around it. */
  beside: boolean;
}

export interface TimelineDrawing {
  /** Whether the bars stand so close that they must be thin. */
  many: boolean;
  bars: TimelineBar[];
  /** Thin lines for everything, where the bars are what was found. */
  everything: { x: string; top: number }[];
  /** The heavy part of the axis; `null` where no dates were asked for. */
  asked: { start: string; end: string } | null;
  /** Counts, labels and years, for the eye only. */
  texts: TimelineText[];
}

/** Where the axis and the lines of text stand, in pixels from the top. */
const AXIS = 96;
const TALLEST = 78;
const SHORTEST = 3;
const COUNT_ABOVE_BAR = 5;
const COUNT_BELOW_TOP = 8;
/** Where a figure beside a bar begins, and how far a bar reaches from its middle. */
const BESIDE = 8;
const HALF_BAR = 7;
const LABELS = 113;
const YEARS = 131;

/** About how wide a figure or letter is, and the space around a label, in pixels. */
const LETTER = 7;
const AROUND = 4;
const MANY = 16;

/** What a list adds to the drawing. */
export interface DrawingOptions {
  href: (bin: number) => string;
  /** The first and the last bin of the dates asked for; `null` for none. */
  asked: [first: number, last: number] | null;
  /** Whether thin lines show everything. */
  found: boolean;
}

/** `width` is the least width in pixels at which the drawing is shown; a text that would not fit then is left out. */
export function drawTimeline(
  unit: TimelineUnit,
  bins: TimelineBin[],
  width: number,
  { href, asked, found }: DrawingOptions,
): TimelineDrawing {
  const tallest = Math.max(1, ...bins.map(({ all }) => all));
  const held = bins
    .map((bin, index) => ({ ...bin, index, top: topOf(bin.count, tallest) }))
    .filter(({ count }) => count > 0);
  const column = width / bins.length;
  const widest = figure(Math.max(0, ...held.map(({ count }) => count))).length * LETTER;
  const countsFit = found ? BESIDE + widest + HALF_BAR <= column : widest + AROUND <= column;
  const counts = countsFit ? held.map((bar) => countText(bar, found)) : [];
  const texts = [...counts, ...axisTexts(unit, bins, column)];
  return {
    many: bins.length > MANY,
    bars: held.map((bar) => barOf(unit, bar, bins.length, href)),
    everything: found ? thinLines(bins, tallest) : [],
    asked: asked && askedPart(bins, asked),
    texts: texts.map(({ index, ...text }) => ({ ...text, x: middleOf(index, bins.length) })),
  };
}

interface HeldBin extends TimelineBin {
  index: number;
  top: number;
}

function thinLines(bins: TimelineBin[], tallest: number): TimelineDrawing["everything"] {
  return bins.flatMap(({ all }, index) =>
    all === 0 ? [] : [{ x: middleOf(index, bins.length), top: topOf(all, tallest) }],
  );
}

/** From the first bin asked for to the last, as far as they are drawn. */
function askedPart(bins: TimelineBin[], [first, last]: [number, number]): TimelineDrawing["asked"] {
  const base = bins[0]?.bin ?? 0;
  const start = Math.max(0, first - base) / bins.length;
  const end = Math.min(bins.length, last - base + 1) / bins.length;
  return start < end ? { start: percent(start), end: percent(end) } : null;
}

function barOf(
  unit: TimelineUnit,
  { bin, count, index, top }: HeldBin,
  all: number,
  href: DrawingOptions["href"],
): TimelineBar {
  return {
    href: href(bin),
    label: `${binName(unit, bin)}: ${counted(count, "statement")}`,
    x: middleOf(index, all),
    top,
    reachX: percent(index / all),
    reachWidth: percent(1 / all),
  };
}

/** Above its bar, or beside it where a thin line stands above. */
function countText({ count, index, top }: HeldBin, beside: boolean): AxisText {
  const y = beside
    ? Math.min(top + COUNT_BELOW_TOP, AXIS - COUNT_ABOVE_BAR + 2)
    : top - COUNT_ABOVE_BAR;
  return { index, text: figure(count), y, beside };
}

function middleOf(index: number, all: number): string {
  return percent((index + 0.5) / all);
}

function topOf(count: number, tallest: number): number {
  return AXIS - Math.max(SHORTEST, Math.round((TALLEST * count) / tallest));
}

interface AxisText {
  index: number;
  text: string;
  y: number;
  beside: boolean;
}

function axisTexts(unit: TimelineUnit, bins: TimelineBin[], column: number): AxisText[] {
  const step = labelStep(unit, column);
  const labels = bins
    .map(({ bin }, index) => ({ bin, index, text: binLabel(unit, bin), y: LABELS, beside: false }))
    .filter(({ bin }) => bin % step === 0);
  return [...labels.map(({ bin: _, ...label }) => label), ...yearTexts(unit, labels, column)];
}

/** The fewest bins after which the next label has room. */
function labelStep(unit: TimelineUnit, column: number): number {
  const needed = unit.labelLength * LETTER + AROUND;
  return unit.steps.find((step) => step * column >= needed) ?? (unit.steps.at(-1) as number);
}

/** A year stands under the first label that it holds; the first year gives way where the second is too near. */
function yearTexts(
  unit: TimelineUnit,
  labels: (AxisText & { bin: number })[],
  column: number,
): AxisText[] {
  const years: AxisText[] = [];
  for (const { bin, index } of labels) {
    const text = binYear(unit, bin);
    if (text !== null && years.at(-1)?.text !== text)
      years.push({ index, text, y: YEARS, beside: false });
  }
  const [first, second] = years;
  const crowded = first && second && (second.index - first.index) * column < 4 * LETTER + AROUND;
  return crowded ? years.slice(1) : years;
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(2))}%`;
}
