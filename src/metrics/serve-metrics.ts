import { createServer } from "node:http";
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
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics" || !["GET", "HEAD"].includes(request.method ?? "")) {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await read();
      response.writeHead(200, { "Content-Type": TYPE }).end(text);
    } catch {
      response.writeHead(503).end();
    }
  });
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
