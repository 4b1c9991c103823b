import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setImmediate as turn } from "node:timers/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Encoding } from "./accept-encoding.ts";
import { isUnchanged } from "./conditions.ts";
import { readerLeft } from "./reader-left.ts";
import { wantedBy } from "./send-answer.ts";

/** What is made piece by piece while it is sent, so that it never stands in memory whole. */
export interface StreamedContent {
  pieces: AsyncIterable<string>;
  type: string;
  /** Weak: the same in every encoding. */
  tag: string;
  /** An HTTP date; `null` where nobody can say. */
  lastModified: string | null;
  /** The value of `Link`; `null` for no such header. */
  links: string | null;
}

/** A reader who takes nothing for so long, in milliseconds, is given up. */
const STALLED_AFTER = 30_000;

/**
 * Sends the pieces as fast as the reader takes them; 304 and HEAD make none. The first is made before anything is sent, and what goes wrong there is thrown.
 * Later nothing can be said any more: the connection breaks off, so that no part passes for the whole, and the failure comes
 * back on one line; `null` where all went well or the reader left. `headers` are the further ones: name, value, name, value.
 */
export async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  content: StreamedContent,
  headers: readonly string[],
): Promise<string | null> {
  const { type, tag, lastModified, links } = content;
  const wanted = wantedBy(request);
  const validators = [...headers, "Vary", "Accept-Encoding", "ETag", tag];
  if (lastModified) validators.push("Last-Modified", lastModified);
  if (links) validators.push("Link", links);
  if (isUnchanged(wanted, tag, lastModified)) {
    response.writeHead(304, validators).end();
    return null;
  }
  const of200 = [...validators, "Content-Type", type];
  if (wanted.encoding !== "identity") of200.push("Content-Encoding", wanted.encoding);
  if (request.method === "HEAD") {
    response.writeHead(200, of200).end();
    return null;
  }
  const pieces = content.pieces[Symbol.asyncIterator]();
  try {
    const first = await pieces.next();
    response.writeHead(200, of200);
    response.setTimeout(STALLED_AFTER, () => response.destroy());
    return await sent(inTurns(first, pieces), wanted.encoding, response);
  } finally {
    await pieces.return?.();
  }
}

async function sent(
  pieces: AsyncIterable<string>,
  encoding: Encoding,
  response: ServerResponse,
): Promise<string | null> {
  try {
    if (encoding === "identity") await pipeline(pieces, response);
    else await pipeline(pieces, encoder(encoding), response);
    return null;
  } catch (error) {
    return readerLeft(error) ? null : String(error);
  }
}

/** Between two pieces others have their turn. */
async function* inTurns(
  first: IteratorResult<string>,
  others: AsyncIterator<string>,
): AsyncGenerator<string> {
  for (let piece = first; !piece.done; piece = await others.next()) {
    yield piece.value;
    await turn();
  }
}

/** In little memory, and quickly rather than as short as can be. */
function encoder(encoding: "br" | "gzip") {
  if (encoding === "gzip") return createGzip();
  return createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  });
}
