import { plainLine } from "../statements/plain-line.ts";
import type { Match, Matcher } from "./matches.ts";

/** The words around what was looked for. */
export interface Passage {
  /** One line, at most about 260 characters, cut between words, or between characters where one word is longer. */
  text: string;
  /** In `text`. */
  matches: Match[];
  /** Whether words of the paragraph stand before it, and behind it. */
  before: boolean;
  after: boolean;
}

/** Characters that may still be looked at; shared by what is shown on one page. */
export interface Budget {
  characters: number;
}

/** Characters looked at in every text; beyond them a text is looked at only until something is found. */
const LOOKED_AT = 20_000;

/** Words that stand so close are shown together. */
const NEAR = 160;
const LENGTH = 240;
const LEAD = 90;

export interface PassageRequest {
  paragraphs: Iterable<string>;
  matcher: Matcher;
  language: string;
  /** How many groups the query has: where all stand together, nothing better is looked for. */
  groups: number;
  /** Words of the text that stand above the passage already, such as a headline taken from it; what is found in them is no passage, and ahead of them, as in a dateline, only where nothing else is. */
  shown: string;
  budget: Budget;
}

/**
 * The passage in which most of what is looked for stands together, the first of equals, and the number of its paragraph from 0. `null` where
 * nothing is found within the budget.
 */
export function bestPassage(request: PassageRequest): (Passage & { paragraph: number }) | null {
  const { matcher, language } = request;
  let best: Place | null = null;
  let ahead: Place | null = null;
  for (const { text, index, skipped } of lookedAt(request, () => best !== null)) {
    const matches = matcher(text, language);
    const near = mostTogether(matches.filter(({ start }) => start >= skipped.end));
    if (near && near.groups > (best?.groups ?? 0)) best = { ...near, text, paragraph: index };
    if (best?.groups === request.groups) break;
    const first = mostTogether(matches.filter(({ start }) => start < skipped.start));
    if (first) ahead = { ...first, text, paragraph: index };
  }
  const place = best ?? ahead;
  return place && { ...cutAround(place, matcher, language), paragraph: place.paragraph };
}

interface Place {
  text: string;
  paragraph: number;
  first: Match;
  groups: number;
}

/** The paragraphs within the bounds; one that goes beyond them is cut there. */
function* lookedAt({ paragraphs, budget, shown }: PassageRequest, found: () => boolean) {
  let free = LOOKED_AT;
  let index = -1;
  let toCome = wordsIn(shown.replace(/…$/, ""));
  for (const paragraph of paragraphs) {
    index++;
    const room = free > 0 ? free : found() ? 0 : budget.characters;
    if (room <= 0) return;
    const skipped = findRow(paragraph.slice(0, MOST_SHOWN), toCome);
    if (skipped.end > 0) toCome = [];
    yield { text: paragraph.slice(0, room), index, skipped };
    if (free <= 0) budget.characters -= paragraph.length;
    free -= paragraph.length;
  }
}

/** Words above a passage stand so near the beginning of their paragraph, behind a dateline at most. */
const MOST_SHOWN = 1000;

const SPACE = /\s/;

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

const NOWHERE = { start: 0, end: 0 };

/**
 * Where the words stand in the text in a row, however their lines are broken; `NOWHERE` where they do not, or are none. A regular
 * expression for each hit took a fifth of a search's time to compile.
 */
function findRow(text: string, words: string[]): { start: number; end: number } {
  const [first] = words;
  if (first === undefined) return NOWHERE;
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    const end = endOfRowFrom(text, words, start);
    if (end !== 0) return { start, end };
  }
  return NOWHERE;
}

function endOfRowFrom(text: string, words: string[], start: number): number {
  let end = start;
  for (const [number, word] of words.entries()) {
    const spaces = end;
    while (number > 0 && SPACE.test(text.charAt(end))) end++;
    if ((number > 0 && end === spaces) || !text.startsWith(word, end)) return 0;
    end += word.length;
  }
  return end;
}

/** The first match from which the most groups stand within reach. */
function mostTogether(matches: Match[]): { first: Match; groups: number } | null {
  let best: { first: Match; groups: number } | null = null;
  for (const [index, first] of matches.entries()) {
    const groups = new Set<number>();
    for (let at = index; at < matches.length; at++) {
      const match = matches[at] as Match;
      if (match.end > first.start + NEAR && at > index) break;
      groups.add(match.group);
    }
    if (groups.size > (best?.groups ?? 0)) best = { first, groups: groups.size };
  }
  return best;
}

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** Raw text around a place may hold much that no line shows: so many characters of it are read on each side. */
const AROUND = 600;

function cutAround({ text, first }: Place, matcher: Matcher, language: string): Passage {
  const { line, place, before, after } = lineAround(text, first.start);
  const start = startOf(line, place);
  const matches = matcher(line, language).filter((match) => match.start >= start);
  const atLeast = matches.find((match) => match.start >= place)?.end ?? place;
  const end = endOf(line, Math.max(start + LENGTH, atLeast));
  return {
    text: line.slice(start, end).trimEnd(),
    matches: matches.filter((match) => match.end <= end).map((match) => shifted(match, -start)),
    before: before || start > 0,
    after: after || end < line.length,
  };
}

/** The text around `at` as a line for display; `place` is where `at` stands in it. */
function lineAround(text: string, at: number) {
  const from = at <= AROUND ? 0 : boundary(CHARACTERS, text, at - AROUND);
  const to = text.length - at <= AROUND ? text.length : boundary(CHARACTERS, text, at + AROUND);
  const ahead = plainLine(text.slice(from, at), 2 * AROUND);
  const gap = ahead !== "" && /\s$/.test(text.slice(from, at)) ? " " : "";
  const behind = plainLine(text.slice(at, to), 2 * AROUND);
  return {
    line: ahead + gap + behind,
    place: ahead.length + gap.length,
    before: from > 0,
    after: to < text.length,
  };
}

function shifted(match: Match, by: number): Match {
  return { ...match, start: match.start + by, end: match.end + by };
}

/** The beginning of a sentence, else of a word, not far ahead of the place. */
function startOf(line: string, place: number): number {
  if (place <= LEAD) return 0;
  const lead = line.slice(place - LEAD, place);
  const sentence = /[.!?…։。！？]["”’»」]?\s*(?=\S)/u.exec(lead);
  const space = lead.indexOf(" ");
  if (sentence && /\s$|[。！？」]$/u.test(sentence[0])) {
    return place - LEAD + sentence.index + sentence[0].length;
  }
  return space >= 0 ? place - LEAD + space + 1 : boundary(WORDS, line, place - LEAD);
}

function endOf(line: string, most: number): number {
  if (most >= line.length) return line.length;
  const space = line.lastIndexOf(" ", most);
  return space > most - LENGTH / 4 ? space : boundary(WORDS, line, most);
}

/** The last boundary between words at or before `at`, if one is near, else between characters. */
function boundary(segmenter: Intl.Segmenter, line: string, at: number): number {
  const base = Math.max(0, at - 100);
  const near = line.slice(base, at + 100);
  const found = base + (segmenter.segment(near).containing(at - base)?.index ?? 0);
  return found > base || base === 0 || segmenter === CHARACTERS
    ? found
    : boundary(CHARACTERS, line, at);
}
