import { createHash, randomUUID } from "node:crypto";

/** What stands in a record, read anew each time it is asked for. */
export type Pieces = () => Iterable<Buffer> | AsyncIterable<Buffer>;

/** Fields of a record by name, in the order in which they are written; those that are `null` are left out. */
export type WarcFields = Readonly<Record<string, string | null>>;

export interface Measured {
  bytes: number;
  /** `sha256:` and 64 lower-case hexadecimal digits. */
  digest: string;
}

/** Length and digest, as a record names them ahead of what they are of (WARC 1.1, 5.8 and 5.9). */
export async function measured(pieces: Pieces): Promise<Measured> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of pieces()) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, digest: `sha256:${hash.digest("hex")}` };
}

/** A record of that type (WARC 1.1, 4), piece by piece. */
export async function* warcRecord(
  type: string,
  at: Date,
  fields: WarcFields,
  block: Pieces,
): AsyncGenerator<Buffer> {
  const { bytes, digest } = await measured(block);
  const all: WarcFields = {
    "WARC-Type": type,
    "WARC-Record-ID": `<urn:uuid:${randomUUID()}>`,
    "WARC-Date": at.toISOString(),
    ...fields,
    "WARC-Block-Digest": digest,
    "Content-Length": String(bytes),
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : `${name}: ${value}`,
  );
  yield Buffer.from(["WARC/1.1", ...lines, "", ""].join("\r\n"));
  yield* block();
  yield Buffer.from("\r\n\r\n");
}
