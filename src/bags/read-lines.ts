import { readSync } from "node:fs";
import { damaged } from "./damaged.ts";
import { withFile } from "./hash-file.ts";

const CHUNK = 1024 * 1024;

/** A longer line is refused: a record holds all wordings of a statement. */
const LONGEST = 256 * 1024 * 1024;

/**
 * The lines of a file of the bag, one after the other, without their line feeds. The file is opened again for each piece, so that nothing is
 * held open between two lines.
 */
export function* readLines(bag: string, name: string): Generator<string> {
  let pieces: Buffer[] = [];
  let length = 0;
  for (let at = 0; ; ) {
    const chunk = readAt(bag, name, at);
    if (chunk.length === 0) break;
    at += chunk.length;
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...pieces, chunk.subarray(start, end)]).toString("utf8");
      pieces = [];
      length = 0;
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST) throw damaged(bag, name, `a line is longer than ${LONGEST} bytes`);
  }
  if (length > 0) throw damaged(bag, name, "its last line has no end");
}

function readAt(bag: string, name: string, position: number): Buffer {
  return withFile(bag, name, (file) => {
    const chunk = Buffer.allocUnsafe(CHUNK);
    return chunk.subarray(0, readSync(file, chunk, 0, CHUNK, position));
  });
}
