import { once } from "node:events";
import type { Writable } from "node:stream";

/** How many characters are handed over at once. */
const CHUNK = 65_536;

/** Prints the report as JSON, a file a line, without ever holding the whole of it as one text. */
export async function writeReport(report: object, output: Writable): Promise<void> {
  let waiting = "";
  for (const text of linesOf(report)) {
    waiting += text;
    if (waiting.length < CHUNK) continue;
    if (!output.write(waiting)) await once(output, "drain");
    waiting = "";
  }
  await new Promise<void>((resolve) => output.write(waiting, () => resolve()));
}

function* linesOf(report: object): Generator<string> {
  let separator = "{";
  for (const [name, value] of Object.entries(report)) {
    yield `${separator}\n${JSON.stringify(name)}:`;
    if (isList(value)) yield* itemsOf(value);
    else yield JSON.stringify(value);
    separator = ",";
  }
  yield "\n}\n";
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function* itemsOf(items: Iterable<unknown>): Generator<string> {
  let separator = "[";
  for (const item of items) {
    yield `${separator}\n${JSON.stringify(item)}`;
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}
