import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { DatelineError } from "../errors.ts";

/** Prometheus' text format (exposition formats, 0.0.4). */
const TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * Answers `/metrics` on a port of its own with what `read` gives; fulfilled with what closes it. Throws `unavailable` where the port cannot
 * be taken. Keeps no process from ending.
 */
export async function serveMetrics(
  host: string,
  port: number,
  read: () => Promise<string>,
): Promise<() => void> {
  const server = createServer((request, response) => answer(request, response, read));
  await new Promise<void>((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      const message = `DATELINE_METRICS_PORT: port ${port} of ${host} cannot be taken (${code})`;
      reject(new DatelineError("unavailable", message));
    });
    server.listen(port, host, resolve).unref();
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

/** Of `/metrics` only GET and HEAD are answered (RFC 9110, 15.5.6), whatever parameters a scraper adds. */
async function answer(
  { url = "", method = "" }: IncomingMessage,
  response: ServerResponse,
  read: () => Promise<string>,
): Promise<void> {
  if (url.split("?", 1)[0] !== "/metrics") return say(response, 404, "Only /metrics is here.\n");
  if (!["GET", "HEAD"].includes(method)) {
    response.setHeader("Allow", "GET, HEAD");
    return say(response, 405, "Expected GET or HEAD.\n");
  }
  try {
    say(response, 200, await read());
  } catch {
    say(response, 503, "The measurements cannot be read just now.\n");
  }
}

/** What came with the request is not read, so that after a refusal the connection cannot go on. */
function say(response: ServerResponse, status: number, text: string): void {
  if (status === 405) response.setHeader("Connection", "close");
  const headers = {
    "Content-Type": TYPE,
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
  };
  response.writeHead(status, headers).end(text);
}
