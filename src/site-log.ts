import { createRequire } from "node:module";
import type { Logger } from "pino";

/** Facts of an event, by name: whatever else a line holds. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

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
  logger = pino(options, pino.destination({ fd: 2, sync: true }));
  return logger;
}
