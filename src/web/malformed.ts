import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A client that does not take its refusal in so long, in milliseconds, is given up. */
const LINGER = 2_000;

/** What Node could not read, or did not get in time (`code` of its error) → status (RFC 9110, 15.5; RFC 6585, 5). */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what is no HTTP, with the headers of every answer, and ends the connection. Nothing of what came is repeated. */
export function malformed(
  headers: Readonly<Record<string, string>>,
): (error: NodeJS.ErrnoException, socket: Duplex) => void {
  const common = Object.entries({ ...headers, "Cache-Control": "no-store", Connection: "close" });
  return (error, socket) => {
    if (!socket.writable || error.code === "ECONNRESET" || isBeingAnswered(socket)) {
      socket.destroy();
      return;
    }
    const status = STATUS[error.code ?? ""] ?? 400;
    const body = `${STATUS_CODES[status]}: this could not be read as an HTTP request.\n`;
    const own = [
      ["Date", new Date().toUTCString()],
      ["Content-Type", "text/plain; charset=utf-8"],
      ["Content-Length", String(body.length)],
    ];
    const lines = [...own, ...common].map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
    (socket as Socket).setTimeout(LINGER, () => socket.destroy());
    (socket as Socket).destroySoon();
  };
}

/** As Node's own answer does: in the midst of another answer, words would pass for a part of that. */
function isBeingAnswered(socket: Duplex & { _httpMessage?: ServerResponse | null }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}
