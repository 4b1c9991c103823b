import type { CheckedWords } from "../statements/quotation-check.ts";
import { alignQuotation, closestPieces, isShared, type Piece } from "./quotation-pieces.ts";
import { type QuotationWord, quotationWords } from "./quotation-words.ts";

/** A passage that is nearly a quotation. */
export interface NearPassage {
  /** In the text, `end` not included. */
  start: number;
  end: number;
  /** How many of the quotation's words stand there in their order, of all: over `ALTERED`. */
  share: number;
  words: CheckedWords[];
}

/** With at least this share of its words in their order a passage is the quotation altered; with fewer, it is another. */
export const ALTERED = 0.6;

/** In a short quotation every word counts for more. */
const SHORT = 6;
const ALTERED_SHORT = 0.75;
const FEWEST_WORDS = 3;

/** A quotation made ready for many texts. */
export interface SoughtQuotation {
  typed: string;
  words: QuotationWord[];
  /** How often it has each word, in any case. */
  counts: ReadonlyMap<string, number>;
  /** How many words it has, and how many of them a passage must have. */
  total: number;
  fewest: number;
}

export function soughtQuotation(typed: string): SoughtQuotation {
  const words = withoutEnds(quotationWords(typed));
  const counts = new Map<string, number>();
  for (const { loose, word } of words) if (word) counts.set(loose, (counts.get(loose) ?? 0) + 1);
  const total = words.filter(({ word }) => word).length;
  const share = total < SHORT ? ALTERED_SHORT : ALTERED;
  return { typed, words, counts, total, fewest: Math.max(FEWEST_WORDS, Math.ceil(share * total)) };
}

/** Without the signs at both ends: most are not the quotation's. */
function withoutEnds(words: QuotationWord[]): QuotationWord[] {
  const first = words.findIndex(({ word }) => word);
  const last = words.findLastIndex(({ word }) => word);
  return words.slice(Math.max(0, first), last + 1);
}

/** The passage of the text that is nearest to the quotation, or `null` where none is near enough. */
export function nearestPassage(text: string, quotation: SoughtQuotation): NearPassage | null {
  const words = quotationWords(text);
  const window = bestWindow(words, quotation);
  if (!window) return null;
  const wide = alignQuotation(quotation.words, window);
  const close = wide && closeWindow(window, wide, quotation);
  const pieces = close && alignQuotation(quotation.words, close);
  return pieces && nearOf(text, quotation, close, pieces);
}

/** What the passage and the words that could stand beside it take: a word of the quotation may first have been found too far away. */
function closeWindow(
  window: QuotationWord[],
  pieces: Piece[],
  { words }: SoughtQuotation,
): QuotationWord[] {
  const [first, last] = closestPieces(pieces);
  const [from, to] = [pieces[first], pieces[last]];
  if (!from || !to) return [];
  return window.slice(
    Math.max(0, from.held[0] - from.quoted[0]),
    to.held[1] + words.length - to.quoted[1],
  );
}

/** The first stretch, of not much over the quotation's length, with most of its words; `null` where they are too few. */
function bestWindow(
  words: QuotationWord[],
  { counts, total, fewest }: SoughtQuotation,
): QuotationWord[] | null {
  const width = 3 * total + 16;
  const places = words.flatMap(({ loose, word }, at) => (word && counts.has(loose) ? [at] : []));
  const held = new Map<string, number>();
  let best = { from: 0, to: 0, count: 0 };
  let count = 0;
  let first = 0;
  for (const to of places) {
    count += change(held, (words[to] as QuotationWord).loose, 1, counts);
    while (to - (places[first] as number) > width) {
      count += change(held, (words[places[first++] as number] as QuotationWord).loose, -1, counts);
    }
    if (count > best.count) best = { from: places[first] as number, to, count };
  }
  return best.count < fewest ? null : words.slice(best.from, best.to + 2);
}

/** Adds or takes away one; by how much the number of words that the quotation has, too, changes. */
function change(
  held: Map<string, number>,
  key: string,
  by: 1 | -1,
  counts: ReadonlyMap<string, number>,
): number {
  const wanted = counts.get(key) ?? 0;
  const before = held.get(key) ?? 0;
  held.set(key, before + by);
  return Math.min(before + by, wanted) - Math.min(before, wanted);
}

function nearOf(
  text: string,
  quotation: SoughtQuotation,
  window: QuotationWord[],
  pieces: Piece[],
): NearPassage | null {
  const [first, last] = closestPieces(pieces);
  const inside = pieces.slice(first, last + 1);
  const same = inside.reduce((sum, piece) => sum + (isShared(piece) ? piece.weight : 0), 0);
  if (same < quotation.fewest) return null;
  const start = window[inside[0]?.held[0] ?? 0]?.start ?? 0;
  const end = window[(inside.at(-1)?.held[1] ?? 1) - 1]?.end ?? 0;
  const words = pieces.flatMap(({ kind, quoted, held }, index) => {
    const asQuoted = () => wordsOf(quotation.typed, quotation.words, quoted, "quoted");
    if (index < first || index > last) return kind === "archived" ? [] : [asQuoted()];
    if (kind === "quoted") return [asQuoted()];
    if (kind !== "recased") return [wordsOf(text, window, held, kind)];
    return [asQuoted(), wordsOf(text, window, held, "archived")];
  });
  return { start, end, share: same / quotation.total, words: inOrder(words) };
}

function wordsOf(
  text: string,
  words: QuotationWord[],
  [from, to]: [from: number, to: number],
  kind: CheckedWords["kind"],
): CheckedWords {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  return { kind, text: text.slice(start, end), apart: /[\s\u0085]$/.test(text.slice(0, start)) };
}

/** Neighbours of one kind joined; nothing stands before the first. */
function inOrder(words: CheckedWords[]): CheckedWords[] {
  const runs: CheckedWords[] = [];
  for (const next of words) {
    const last = runs.at(-1);
    if (last?.kind === next.kind) last.text += (next.apart ? " " : "") + next.text;
    else runs.push({ ...next, apart: last !== undefined && next.apart });
  }
  return runs;
}
