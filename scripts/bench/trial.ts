import type { Corpus } from "./corpus/corpus.ts";

/** What all parts of one bench share. */
export interface Trial {
  corpus: Corpus;
  /** The first 10,000 of it, or all of a smaller one. */
  small: Corpus;
  /** Goes away with the bench. */
  folder: string;
  /** Where archives are made: goes away with the bench, too, unless it keeps them. */
  place: string;
  /** Of each HTTP measurement. */
  rounds: number;
  /** The archives' files. */
  archive: string;
  smallArchive: string;
  /** What the reader of the report must know: what was left out, and why. */
  notes: string[];
  /** Tells whoever waits. */
  say(line: string): void;
}
