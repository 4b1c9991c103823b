import { createReadStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import type { Pieces } from "./warc-record.ts";

/** Of the connection, and not of the answer (RFC 9110, 7.6.1). */
const OF_CONNECTION = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/** The head of an answer as it is recorded: without what belongs to its connection, and with the length of its body. */
export function answerHead(answer: IncomingMessage, bytes: number): Buffer {
  const { statusCode, statusMessage, rawHeaders } = answer;
  const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (OF_CONNECTION.includes(name.toLowerCase())) continue;
    lines.push(`${name}: ${rawHeaders[at + 1]}`);
  }
  lines.push(`Content-Length: ${bytes}`);
  return Buffer.from([...lines, "", ""].join("\r\n"), "latin1");
}

/** The pieces of a body that is in memory, or of one that lies in a file. */
export function bodyPieces(body: Buffer | { path: string }): Pieces {
  return () => (Buffer.isBuffer(body) ? [body] : createReadStream(body.path));
}
