import { classOf, LETTER } from "./letter-classes.ts";
import { SeenStems } from "./seen-stems.ts";
import { type Stemmer, stemmerFor } from "./stemmers.ts";
import { endOfWordInUtf8, startOfWordInUtf8 } from "./utf8-words.ts";
import { firstHash, lower, nextHash, WordMemory } from "./word-memory.ts";
import { readWord } from "./words.ts";

/** What a search index holds of a text. */
export interface IndexedWords {
  /** Every word, folded, in order, with a space between them: phrases are looked for here. */
  words: string;
  /** The stems that differ from their words, each once, in no order. */
  stems: string[];
}

interface Reading {
  /** In the memory. */
  number: number;
  read: (written: string) => number;
}

const SPACE = 0x20;

const IS_ASCII_LETTER = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && classOf(byte) === LETTER ? 1 : 0,
);

const memory = new WordMemory();
const readings = new Map<Stemmer | null, Reading>();
const stems = new SeenStems();
/** The words that do not stand in the index as written, but for the case of ASCII letters. What the memory has of them is below 0. */
const folds: { folded: Buffer; stem: number }[] = [];
const MOST_FOLDS = 1 << 18;

/** The text that is read, and what is made of it: one after the other. */
let source = Buffer.allocUnsafe(1 << 16);
let made = Buffer.allocUnsafe(1 << 16);

/** The words of a text in that language, as a search index takes them. */
export function indexedWords(text: string, language: string): IndexedWords {
  const reading = readingBy(stemmerFor(language));
  if (source.length < 3 * text.length) source = Buffer.allocUnsafe(3 * text.length);
  makeRoomForWords();
  return wordsOf(source, source.write(text, "utf8"), reading);
}

function wordsOf(utf8: Buffer, length: number, { number, read }: Reading): IndexedWords {
  stems.beginText();
  let out = roomFor(0, length);
  let written = 0;
  let at = 0;
  for (;;) {
    const start = startOfWordInUtf8(utf8, at, length);
    if (start === length) break;
    const begin = written;
    let hash = firstHash(number);
    // Nearly all letters are ASCII: they are folded, hashed and written at once, before it is known that they may be.
    for (at = start; at < length && IS_ASCII_LETTER[utf8[at] as number]; at++) {
      const byte = utf8[at] as number;
      out[written++] = lower(byte);
      hash = nextHash(hash, byte);
    }
    const end = endOfWordInUtf8(utf8, start, at, length);
    for (; at < end; at++) hash = nextHash(hash, utf8[at] as number);
    let stem = memory.find(number, hash, utf8, start, end, read);
    if (stem < 0) {
      const fold = folds[-stem - 1] as (typeof folds)[number];
      out = roomFor(begin + fold.folded.length, length - end);
      written = begin + fold.folded.copy(out, begin);
      stem = fold.stem;
    }
    if (written > begin) out[written++] = SPACE;
    if (stem > 0) stems.see(stem);
  }
  return { words: out.toString("utf8", 0, Math.max(0, written - 1)), stems: stems.ofText() };
}

/** Nothing is forgotten within a text. */
function makeRoomForWords(): void {
  if (stems.hasRoom && folds.length < MOST_FOLDS) return;
  memory.forget();
  stems.forget();
  folds.length = 0;
}

/** What is made, with room behind what is `written` for so many bytes that are still `unread` and a space behind each word. */
function roomFor(written: number, unread: number): Buffer {
  const needed = written + unread + 2;
  if (needed > made.length) {
    const larger = Buffer.allocUnsafe(2 * needed);
    made.copy(larger);
    made = larger;
  }
  return made;
}

function readingBy(stemmer: Stemmer | null): Reading {
  const known = readings.get(stemmer);
  if (known) return known;
  const read = (written: string) => formsOf(written, stemmer);
  const reading = { number: readings.size, read };
  readings.set(stemmer, reading);
  return reading;
}

/** The number of the word's stem, 0 where it does not differ; below 0 for one of the `folds`. */
function formsOf(written: string, stemmer: Stemmer | null): number {
  const { bare, folded, alone } = readWord(written);
  const hasStem = stemmer !== null && !alone && folded !== "";
  const stem = hasStem ? stemNumber(stemmer(bare), folded) : 0;
  if (folded === written.toLowerCase() && isAscii(written)) return stem;
  return -folds.push({ folded: Buffer.from(folded, "utf8"), stem });
}

function stemNumber(stem: string, folded: string): number {
  return stem === folded ? 0 : stems.numberOf(stem);
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text, "utf8") === text.length;
}
