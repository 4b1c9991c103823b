import { createRequire } from "node:module";
import type { Logger } from "pino";

/** Facts of an event, by name: whatever else a line holds. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Characters of lines that could not be written, which are tried again with the next; further ones are lost. */
const MOST_UNWRITTEN = 100_000;

let logger: Logger | undefined;

/** Writes an event to stderr: one line of JSON, or its words alone where a person reads along at a terminal. */
export function writeLog(level: "info" | "warn" | "error", words: string, facts: Facts = {}): void {
  if (process.stderr.isTTY) process.stderr.write(`${words}\n`);
  else loadLog()[level](facts, words);
}

/** Loads the library, which otherwise waits until there is something to write: it takes as long as all the rest of a start. */
export function loadLog(): Logger {
  if (logger) return logger;
  const { pino } = createRequire(import.meta.url)("pino") as typeof import("pino");
  const options = {
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  // Nothing is held back: the last line before a crash is the one that matters.
  const destination = pino.destination({ fd: 2, sync: true, maxLength: MOST_UNWRITTEN });
  destination.on("error", () => {});
  logger = pino(options, destination);
  return logger;
}

/**
 * From now on the program goes on where nothing can be written to stdout or stderr, because a disk is full or a terminal is gone: that readers
 * are served matters more than that it is told.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
