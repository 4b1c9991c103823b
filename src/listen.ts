import { createServer, type Server } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { type Admission, admitConnections } from "./clients/admit-connections.ts";
import { DatelineError } from "./errors.ts";

/** So long a client may take for its headers, and for the whole request, in milliseconds; looked at every so often. */
const HEADERS_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 7_000;
const LOOKED_AT_EVERY = 500;

/** So long an idle connection is kept, in milliseconds. */
const KEEP_ALIVE_TIMEOUT = 5_000;

/** Connections of all clients together: as many take about 150 MB. */
const MOST_CONNECTIONS = 10_000;

/** Connections that the system may hold until they are taken: a burst of some thousands keeps nobody out. */
const BACKLOG = 4_096;

/** So long answers that are under way may take to end when the server stops, in milliseconds. */
const DRAIN_TIME = 1_200;

/** So long connections without a request are kept open when the server stops, in milliseconds. */
const LAST_REQUESTS = 200;

export interface Listening {
  server: Server;
  /** `http://127.0.0.1:3000`, with the port that was really taken. */
  url: string;
}

/** Opens the port; who may connect is told by `admission`. Throws `unavailable` where it is taken or not allowed, and `usage` where the host has no such address. */
export async function listen(host: string, port: number, admission: Admission): Promise<Listening> {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    connectionsCheckingInterval: LOOKED_AT_EVERY,
    // The site answers that itself, with its own headers.
    requireHostHeader: false,
  });
  server.maxConnections = MOST_CONNECTIONS;
  admitConnections(server, admission);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)));
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  return { server, url: `http://${family === "IPv6" ? `[${address}]` : address}:${taken}` };
}

/**
 * Takes no new connection, lets answers under way end, and breaks off what has not ended in time. On connections that are kept a request
 * may be on its way: for a moment it is answered all the same, and the answer says that it was the last.
 */
export async function stopListening(server: Server): Promise<void> {
  server.prependListener("request", (_request, response) => {
    response.shouldKeepAlive = false;
  });
  // The server's own `close` would end kept connections at once.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  const idle = setTimeout(() => {
    server.closeIdleConnections();
    idle.refresh();
  }, LAST_REQUESTS);
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_TIME);
  await closed;
  clearTimeout(idle);
  clearTimeout(timer);
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): DatelineError {
  const cause = { cause: error };
  if (error.code === "EADDRINUSE") {
    const message = `port ${port} of ${host} is taken by another program; set PORT to another, or to 0 for any`;
    return new DatelineError("unavailable", message, cause);
  }
  if (error.code === "EACCES") {
    const message = `port ${port} is not allowed to this user; set PORT to one from 1024 to 65535`;
    return new DatelineError("unavailable", message, cause);
  }
  const message = `HOST: expected a name or address of this machine, but it is ${JSON.stringify(host)} (${error.code})`;
  return new DatelineError("usage", message, cause);
}
