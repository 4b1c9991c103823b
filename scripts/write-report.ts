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
    if (Array.isArray(value)) yield* itemsOf(value);
    else yield JSON.stringify(value);
    separator = ",";
  }
  yield "\n}\n";
}

function* itemsOf(items: unknown[]): Generator<string> {
  let separator = "[";
  for (const item of items) {
    yield `${separator}\n${JSON.stringify(item)}`;
    separator = ",";
  }
  yield items.length === 0 ? "[]" : "]";
}
