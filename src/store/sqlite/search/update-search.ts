import { type Prepare, rowOf, rowsOf } from "../prepare.ts";
import { dayOfKey, HIGHEST_KEY, LOWEST_KEY } from "../statement-key.ts";
import { type DayCount, planSpans, SPAN_SIZE } from "./plan-spans.ts";
import { SEARCH_VERSION } from "./search-version.ts";
import { readSpans, type Span } from "./spans.ts";
import { buildSpan, dropSpan, refreshSpan } from "./write-span.ts";

/** Takes the whole index away, for statements that are no more or an index of another release. */
export function clearSearch(prepare: Prepare): void {
  for (const span of readSpans(prepare)) dropSpan(prepare, span);
}

/** Makes the index of everything, in spans of `size` statements. Yields now and then. */
export function* buildSearch(prepare: Prepare, size = SPAN_SIZE): Generator<void> {
  clearSearch(prepare);
  yield* buildSpans(prepare, LOWEST_KEY, HIGHEST_KEY, size);
  prepare("UPDATE search_index SET version = ? WHERE one = 1").run(SEARCH_VERSION);
}

/**
 * Brings the index to the present statements, of which those with the keys `changed` (ascending) came, went or changed.
 * Only the spans in which they are get touched. Those with keys that were `erased` (ascending) are made anew, because a
 * full-text table keeps words of deleted rows for a while. Yields now and then, within one transaction of the caller's.
 */
export function* updateSearch(
  prepare: Prepare,
  changed: Float64Array,
  erased: Float64Array,
): Generator<void> {
  if (changed.length + erased.length === 0) return;
  const spans = readSpans(prepare);
  if (spans.length === 0) return yield* buildSpans(prepare, LOWEST_KEY, HIGHEST_KEY, SPAN_SIZE);
  let start = 0;
  for (const span of spans) {
    let end = start;
    while (end < changed.length && (changed[end] as number) <= span.high) end++;
    if (erased.some((key) => key >= span.low && key <= span.high)) yield* remakeSpan(prepare, span);
    else if (end > start) yield* updateSpan(prepare, span, changed.subarray(start, end));
    start = end;
  }
}

function* updateSpan(prepare: Prepare, span: Span, changed: Float64Array): Generator<void> {
  const days = daysOf(prepare, span.low, span.high);
  const count = days.reduce((sum, day) => sum + day.count, 0);
  const outgrown = count > 3 * SPAN_SIZE && days.length > 1;
  // Deleting an entry costs as much as writing it.
  if (!outgrown && changed.length <= count / 2) return yield* refreshSpan(prepare, span, changed);
  yield* remakeSpan(prepare, span);
}

function* remakeSpan(prepare: Prepare, span: Span): Generator<void> {
  dropSpan(prepare, span);
  yield* buildSpans(prepare, span.low, span.high, SPAN_SIZE);
}

function* buildSpans(prepare: Prepare, low: number, high: number, size: number): Generator<void> {
  const lows = planSpans(low, daysOf(prepare, low, high), size);
  const spans = readSpans(prepare).length + lows.length;
  for (const [index, first] of lows.entries()) {
    const last = (lows[index + 1] ?? high + 1) - 1;
    yield* buildSpan(prepare, { number: nextNumber(prepare), low: first, high: last }, spans);
  }
}

function daysOf(prepare: Prepare, low: number, high: number): DayCount[] {
  const sql = "SELECT number, count FROM day WHERE number >= ? AND number <= ? ORDER BY number";
  return rowsOf<DayCount>(prepare(sql), dayOfKey(low), dayOfKey(high));
}

function nextNumber(prepare: Prepare): number {
  const sql = "SELECT number FROM search_span WHERE number >= 0 ORDER BY number DESC LIMIT 1";
  return (rowOf<{ number: number }>(prepare(sql))?.number ?? 0) + 1;
}
