import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { originForm } from "./canonical-address.ts";
import { methodsAt } from "./methods.ts";
import { paced } from "./paced.ts";

/** A client that does not take its refusal in so long, in milliseconds, is given up. */
const LINGER = 2_000;

/** What Node could not read, or did not get in time (`code` of its error) → status (RFC 9110, 15.5; RFC 6585, 5). */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What Node tells of a request that it gave up; where that was in bytes that had come, the bytes, and how far it had read them. */
type ClientError = NodeJS.ErrnoException & { rawPacket?: Buffer; bytesParsed?: number };

/** What a connection is told before it ends. */
interface Refusal {
  status: number;
  words: string;
  headers: [name: string, value: string][];
}

/**
 * Answers what is no HTTP, with the headers of every answer, and ends the connection. Nothing of what came is repeated. Requests whose time is
 * over are told so by turns, because Node finds all of them at once.
 */
export function malformed(
  headers: Readonly<Record<string, string>>,
): (error: ClientError, socket: Duplex) => void {
  const byTurns = paced();
  return (error, socket) => {
    const refuseNow = () => refuse(socket, headers, refusalOf(error));
    if (error.code === "ECONNRESET") socket.destroy();
    else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") byTurns(refuseNow);
    else refuseNow();
  };
}

/** Refuses a tunnel, which Node takes for no request. */
export function noTunnel(
  headers: Readonly<Record<string, string>>,
): (request: unknown, socket: Duplex) => void {
  return (_request, socket) => {
    // Node has let go of the connection, with what it does where one breaks off.
    socket.on("error", () => {});
    refuse(socket, headers, noSuchMethod(""));
  };
}

function refuse(
  socket: Duplex,
  ofAll: Readonly<Record<string, string>>,
  { status, words, headers }: Refusal,
): void {
  if (!socket.writable || isBeingAnswered(socket)) {
    socket.destroy();
    return;
  }
  const body = `${STATUS_CODES[status]}: ${words}\n`;
  const own = [
    ["Date", new Date().toUTCString()],
    ["Content-Type", "text/plain; charset=utf-8"],
    ["Content-Length", String(body.length)],
  ];
  const common = Object.entries({ ...ofAll, "Cache-Control": "no-store", Connection: "close" });
  const lines = [...own, ...headers, ...common].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
  (socket as Socket).setTimeout(LINGER, () => socket.destroy());
  (socket as Socket).destroySoon();
}

function refusalOf(error: ClientError): Refusal {
  const target = error.code === "HPE_INVALID_METHOD" ? targetOf(error) : null;
  if (target !== null) return noSuchMethod(target);
  const status = STATUS[error.code ?? ""] ?? 400;
  return { status, words: "this could not be read as an HTTP request.", headers: [] };
}

/** A request in every point but its method, which Node does not know: where it stands, and its target (RFC 9112, 3). */
const REQUEST_LINE = /[\w!#$%&'*+.^`|~-]+ (?<target>[!-~]+) HTTP\/1\.[01]\r\n/y;

/** `null` where it is no request at all. */
function targetOf({ rawPacket, bytesParsed = 0 }: ClientError): string | null {
  const text = rawPacket?.toString("latin1") ?? "";
  REQUEST_LINE.lastIndex = text.lastIndexOf("\n", bytesParsed) + 1;
  return REQUEST_LINE.exec(text)?.groups?.target ?? null;
}

/** Methods that nobody knows are refused as those are that the site does not answer (RFC 9110, 15.5.6). */
function noSuchMethod(target: string): Refusal {
  const [path = ""] = originForm(target).split("?", 1);
  const allowed = methodsAt(path).join(", ");
  return {
    status: 405,
    words: `this archive answers ${allowed}.`,
    headers: [["Allow", allowed]],
  };
}

/** As Node's own answer does: in the midst of another answer, words would pass for a part of that. */
function isBeingAnswered(socket: Duplex & { _httpMessage?: ServerResponse | null }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}
