import type { Part } from "./arguments.ts";

/** A figure that Dateline promises. */
export interface Figure {
  part: Part;
  words: string;
  unit: "times" | "MB" | "ms" | "bytes";
  /** `most`: it is to stay at or under its target. `least`: it is to reach it. */
  bound: "most" | "least";
  /** To reach with so many statements. */
  target(statements: number): number;
  /** The number of statements for which the target is meant, where it is one alone. */
  meantFor?: number;
}

const MILLION = 1_000_000;

const PROMISED = {
  importRead: {
    part: "import",
    words: "import, against reading the same files",
    unit: "times",
    bound: "most",
    target: (statements) => (statements > 10_000 ? 5 : 6),
  },
  importHugo: {
    part: "import",
    words: "import, against hugo building the same 10,000",
    unit: "times",
    bound: "most",
    target: () => 0.3,
  },
  importRate: {
    part: "import",
    words: "import rate, against that at 10,000",
    unit: "times",
    bound: "least",
    target: () => 0.8,
  },
  importMemory: {
    part: "import",
    words: "peak memory of the import",
    unit: "MB",
    bound: "most",
    target: (statements) => (statements > 100_000 ? 400 : statements > 10_000 ? 300 : 200),
  },
  archiveBytes: {
    part: "import",
    words: "bytes in the archive for a byte of text",
    unit: "bytes",
    bound: "most",
    target: () => 1.9,
  },
  keptNode: {
    part: "http",
    words: "kept answers, against bare `node:http` sending the same",
    unit: "times",
    bound: "least",
    target: () => 0.95,
  },
  keptNginx: {
    part: "http",
    words: "kept answers, against nginx serving them as files",
    unit: "times",
    bound: "least",
    target: () => 0.5,
  },
  keptNginxShort: {
    part: "http",
    words: "kept answers in brotli and 304, against nginx",
    unit: "times",
    bound: "least",
    target: () => 0.4,
  },
  notKept: {
    part: "http",
    words: "pages not kept, against a plain Express + EJS + marked server",
    unit: "times",
    bound: "least",
    target: () => 4,
  },
  newest: {
    part: "search",
    words: "newest 20, p99",
    unit: "ms",
    bound: "most",
    target: () => 0.5,
    meantFor: MILLION,
  },
  newestGrowth: {
    part: "search",
    words: "newest 20, median against that at 10,000",
    unit: "times",
    bound: "most",
    target: () => 2,
    meantFor: MILLION,
  },
  newestInPeriod: {
    part: "search",
    words: "newest 20 within a year or month, p99",
    unit: "ms",
    bound: "most",
    target: () => 0.2,
    meantFor: MILLION,
  },
  bestMatch: {
    part: "search",
    words: "best match, p99",
    unit: "ms",
    bound: "most",
    target: () => 15,
    meantFor: MILLION,
  },
  phraseOrPrefix: {
    part: "search",
    words: "phrase of two words, prefix of three letters, p99",
    unit: "ms",
    bound: "most",
    target: () => 10,
    meantFor: MILLION,
  },
  counts: {
    part: "search",
    words: "exact count, facets and timeline of two words, first time, p99",
    unit: "ms",
    bound: "most",
    target: () => 5,
    meantFor: MILLION,
  },
  browse: {
    part: "search",
    words: "browse pages, not kept, p99",
    unit: "ms",
    bound: "most",
    target: () => 1,
    meantFor: MILLION,
  },
  loopHold: {
    part: "search",
    words: "longest hold of the event loop while 8 clients search",
    unit: "ms",
    bound: "most",
    target: () => 50,
    meantFor: MILLION,
  },
  serverMemory: {
    part: "search",
    words: "peak memory of the server under that load",
    unit: "MB",
    bound: "most",
    target: () => 512,
    meantFor: MILLION,
  },
  start: {
    part: "start",
    words: "start to first page, against `node -e 0`",
    unit: "times",
    bound: "most",
    target: () => 1.6,
  },
  postgres: {
    part: "postgres",
    words: "median, against PostgreSQL",
    unit: "times",
    bound: "most",
    target: () => 0.3,
    meantFor: 100_000,
  },
} satisfies Record<string, Figure>;

export type FigureName = keyof typeof PROMISED;

export const FIGURES: Record<FigureName, Figure> = PROMISED;

/** What was measured of a figure. */
export interface Result {
  figure: FigureName;
  /** Which case of the figure; may be empty. */
  of: string;
  /** In the figure's unit. */
  value: number;
  /** The numbers behind it. */
  behind: string;
}

export function isReached({ figure, value }: Result, statements: number): boolean {
  const { bound, target } = FIGURES[figure];
  return bound === "most" ? value <= target(statements) : value >= target(statements);
}
