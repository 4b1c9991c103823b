import { createHash } from "node:crypto";
import { contentDigest } from "../import/content-digest.ts";
import type { Content } from "../statements/statement.ts";
import { base32 } from "../statements/statement-id.ts";
import type { KeptRevision, KeptSource, KeptStatement } from "../store/store.ts";
import { renderMarkdown } from "../text/markdown.ts";
import { damaged } from "./damaged.ts";
import { readWhole } from "./hash-file.ts";
import type { RevisionLine, SourceLine, StatementLine } from "./kept-json.ts";

/** Longer source files are in no bag: no setting lets an import take them. */
const LONGEST_SOURCE = 256 * 1024 * 1024;

/**
 * The statement of that line, with the bytes of its files, once all that can be held against something else has been: id, day, words and
 * sums. Throws what says that the bag is damaged, or a `RangeError`.
 */
export function baggedStatement(
  bag: string,
  { sample, revisions, ...line }: StatementLine,
): KeptStatement {
  const statement: KeptStatement = {
    ...line,
    sample: sample === null ? null : Buffer.from(sample, "hex"),
    revisions: revisions.map((revision, index) => revisionOf(bag, revision, index + 1, line.id)),
  };
  expectWhole(statement);
  return statement;
}

function expectWhole({ id, number, sample, gone, position, revisions }: KeptStatement): void {
  const isOfSample = number === null;
  const first = isOfSample ? sample : revisions[0]?.digest;
  const isWhole =
    first !== undefined &&
    first !== null &&
    base32(first).includes(id) &&
    (isOfSample ? gone !== null && revisions.length === 0 : sample === null) &&
    (gone !== null || (position !== null && !!revisions.at(-1)?.content)) &&
    (isOfSample || position !== null);
  if (!isWhole) throw new RangeError(`the statement ${id} is not whole, or not what its id says`);
  const present = gone === null ? revisions.at(-1)?.content : null;
  if (present && !position?.startsWith(`${present.date}.`)) {
    throw new RangeError(`the statement ${id} does not stand on its day`);
  }
}

function revisionOf(bag: string, line: RevisionLine, n: number, id: string): KeptRevision {
  const { content, digest, sources, ...revision } = line;
  if (line.n !== n) throw new RangeError(`revision ${n} of ${id} is missing`);
  if ((content === null) !== (line.erased !== null)) {
    throw new RangeError(`revision ${n} of ${id} has words that are said to be gone, or none`);
  }
  const bytes = Buffer.from(digest, "hex");
  if (content && !bytes.equals(contentDigest(content.date, content.text))) {
    throw new RangeError(
      `revision ${n} of ${id} does not have the day and words that its digest says`,
    );
  }
  return {
    ...revision,
    digest: bytes,
    content: content && withBlocks(content),
    sources: sources.map((source) => sourceOf(bag, source, content !== null)),
  };
}

function sourceOf(
  bag: string,
  { bytes, sha256, ...source }: SourceLine,
  hasWords: boolean,
): KeptSource {
  if (bytes !== null && !hasWords) throw new RangeError("bytes of words that are gone");
  const sum = Buffer.from(sha256, "hex");
  if (bytes === null) return { ...source, sha256: sum, bytes: null };
  const read = readWhole(bag, bytes, LONGEST_SOURCE);
  if (!createHash("sha256").update(read).digest().equals(sum)) {
    throw damaged(bag, bytes, `its sha256 is not ${sha256}, which its statement names`);
  }
  return { ...source, sha256: sum, bytes: read };
}

/** What is printed as it stands is made here, whatever the bag says. */
function withBlocks(content: NonNullable<RevisionLine["content"]>): Content {
  const blocks = content.format === "markdown" ? renderMarkdown(content.text) : null;
  return { ...content, format: blocks === null ? "text" : "markdown", blocks };
}
