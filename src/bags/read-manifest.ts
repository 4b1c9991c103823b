import { decodePath, isSafePath, PAYLOAD } from "./bag-files.ts";
import { damaged } from "./damaged.ts";
import { readLines } from "./read-lines.ts";

/** What a manifest says of one file. */
export interface Promised {
  path: string;
  /** Lower-case hexadecimal digits. */
  sum: string;
}

const LINE = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/;

/** As `sha256sum` (two spaces) and bagit-python (one) write it. */
const PLAIN_LINE = /^([0-9a-f]+) {1,2}([^ ].*)$/;

/**
 * The lines of a manifest (RFC 8493, 2.1.3 and 2.2.1). Of `tags`, a manifest whose own sum nothing tells, only the plain form is taken: there
 * any other byte is damage. Throws for a path that leads out of the bag, or out of its part.
 */
export function* readManifest(
  bag: string,
  name: string,
  { tags, digits }: { tags: boolean; digits: number },
): Generator<Promised> {
  for (const line of readLines(bag, name)) {
    const text = tags ? line : line.replace(/\r$/, "");
    const [, sum = "", written = ""] = (tags ? PLAIN_LINE : LINE).exec(text) ?? [];
    if (sum.length !== digits) {
      throw damaged(bag, name, `expected a sum and a path on each line, found ${shown(text)}`);
    }
    const path = decodePath(written);
    const isOfPayload = path.startsWith(`${PAYLOAD}/`);
    if (!isSafePath(path) || isOfPayload === tags) {
      throw damaged(bag, name, `it names a file that it may not, ${shown(written)}`);
    }
    yield { path, sum: sum.toLowerCase() };
  }
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
