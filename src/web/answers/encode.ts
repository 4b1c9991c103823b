import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./accept-encoding.ts";

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** Shorter bodies fit one packet as they are. */
const SHORTEST = 1_000;

/** The body compressed, in zlib's threads; `null` where that would not make it shorter. */
export async function encoded(body: Buffer, encoding: Encoding): Promise<Buffer | null> {
  if (encoding === "identity" || body.length < SHORTEST) return null;
  const made = encoding === "br" ? await inBrotli(body, brotliOptions(body)) : await inGzip(body);
  return made.length < body.length ? made : null;
}

/** 5 is the first quality that looks far back; higher ones take much longer for little. */
function brotliOptions(body: Buffer) {
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  };
}
