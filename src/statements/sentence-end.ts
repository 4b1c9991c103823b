import { belongsToAbbreviation } from "./abbreviations.ts";
import { type Enclosure, enclosuresOf, outermostOpening } from "./enclosures.ts";

const TERMINAL = /[\p{Sentence_Terminal}…]/u;
const MAY_BE_TERMINAL = /[\p{Sentence_Terminal}…:\u2024]/gu;
/** Stops that mean nothing but the end of a sentence, and need no space behind them. */
const ALWAYS_ENDS = /[^.!?…‼⁇⁈⁉]/u;
const CLOSER = /["'”’“»›«)\]}」』】）］》〉]/u;
const ARMENIAN = /\p{Script=Armenian}/u;
const ENUMERATOR = /^[\p{P}\s]*(?:\p{N}+|\p{L}|[ivxlc]+)?[\p{P}\s]*$/iu;

/** What ends a sentence in Armenian letters: `։`; where a text has none, the colon typed for it; else the full stop. */
function armenianStop(line: string): "։" | ":" | "." {
  if (line.includes("։")) return "։";
  return /\p{Script=Armenian}[»”"]?:(?:$| [\p{Lu}«“"])/u.test(line) ? ":" : ".";
}

function isTerminal(line: string, at: number, armenian: string): boolean {
  const mark = line[at] as string;
  if (mark === ":" || mark === "." || mark === "\u2024") {
    const before = line[at - 1] ?? "";
    if (ARMENIAN.test(before)) return armenian === (mark === ":" ? ":" : ".");
  }
  return TERMINAL.test(mark);
}

/** Past the further stops, the marks on them and the closing quotes and brackets behind the stop at `at`. */
function pastClosers(line: string, at: number, enclosures: Enclosure[]): number {
  let end = at + 1;
  while (end < line.length && /[\p{Sentence_Terminal}…\p{M}\u200d]/u.test(line[end] as string))
    end++;
  while (end < line.length) {
    const mark = line[end] as string;
    const spaced = mark === " " && /[»›]/.test(line[end + 1] ?? "");
    if (spaced && enclosures.some(({ close }) => close === end + 1)) end += 2;
    else if (CLOSER.test(mark) && !opensAt(enclosures, end)) end++;
    else break;
  }
  return end;
}

function opensAt(enclosures: Enclosure[], at: number): boolean {
  return enclosures.some(({ open }) => open === at);
}

/** The word that ends just before `end`, and the one before it. */
function wordsBefore(line: string, end: number): { last: string; earlier: string } {
  const words = line.slice(Math.max(0, end - 80), end).split(" ");
  const bare = (word: string | undefined) => (word ?? "").replace(/^[^\p{L}\p{N}№]+/u, "");
  return { last: bare(words.at(-1)), earlier: bare(words.at(-2)) };
}

/** Whether what follows a stop can be the beginning of another sentence. */
function canBegin(rest: string): boolean {
  return !/^[\s\p{Ps}\p{Pi}"']*(?:\p{Ll}|[,;:–—-])/u.test(rest);
}

function fullStopEnds(line: string, stop: number, rest: string): boolean {
  const next = /^[^\p{L}\p{N}]*([\p{L}\p{N}’'-]+)(\.?)/u.exec(rest);
  return !belongsToAbbreviation({
    ...wordsBefore(line, stop),
    next: next?.[1] ?? "",
    nextIsAbbreviated: next?.[2] === ".",
  });
}

function endsHere(line: string, stop: number, end: number): boolean {
  if (end >= line.length) return true;
  const mark = line[stop] as string;
  const rest = line.slice(end, end + 80);
  const isColonOrStop = mark === ":" || mark === "\u2024";
  if (ALWAYS_ENDS.test(mark) && !isColonOrStop)
    return !/^\p{Script=Hiragana}/u.test(rest) || end === stop + 1;
  if (!/^\s/.test(rest) || !canBegin(rest)) return false;
  if (ENUMERATOR.test(line.slice(Math.max(0, stop - 60), stop)) && stop < 60) return false;
  return mark !== "." || end > stop + 1 || fullStopEnds(line, stop, rest);
}

/**
 * Where the first sentence of a line (white space folded) ends: the place behind its stop and the closing quotes and
 * brackets that follow it; the line's length where no stop ends it. A stop inside a quotation or a bracket ends nothing
 * before that is closed. `goesOn`: the line is the beginning of a longer one.
 */
export function firstSentenceEnd(line: string, goesOn: boolean): number {
  const enclosures = enclosuresOf(line, goesOn);
  const armenian = ARMENIAN.test(line) ? armenianStop(line) : ".";
  let end = 0;
  for (const { 0: mark, index: at } of line.matchAll(MAY_BE_TERMINAL)) {
    // A stop of two units is of a script that no rule here knows.
    if (at < end || mark.length > 1 || !isTerminal(line, at, armenian)) continue;
    end = pastClosers(line, at, enclosures);
    const isOpen = outermostOpening(enclosures, end) >= 0;
    if (!isOpen && endsHere(line, at, end)) return end;
  }
  return line.length;
}
