import type { IncomingMessage, ServerResponse } from "node:http";
import { chosenEncoding, type Encoding } from "./accept-encoding.ts";
import type { Answer, Form } from "./answer.ts";
import { type Conditions, isUnchanged } from "./conditions.ts";

/** Whoever takes nothing of a page for so long, in milliseconds, is given up: at the latest after twice that, because Node looks once in that time. */
export const STALLED_AFTER = 5_000;

/** What a request says of the form in which it wants its answer. */
export interface Wanted extends Conditions {
  encoding: Encoding;
}

/** Reads the raw headers, because `request.headers` makes an object of all of them. */
export function wantedBy({ rawHeaders }: IncomingMessage): Wanted {
  let acceptEncoding: string | null = null;
  let ifNoneMatch: string | null = null;
  let ifModifiedSince: string | null = null;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const value = rawHeaders[at + 1] as string;
    const name = lowerIfMaybe(rawHeaders[at] as string);
    if (name === "accept-encoding") acceptEncoding = joined(acceptEncoding, value);
    else if (name === "if-none-match") ifNoneMatch = joined(ifNoneMatch, value);
    else if (name === "if-modified-since") ifModifiedSince ??= value;
  }
  return { encoding: chosenEncoding(acceptEncoding), ifNoneMatch, ifModifiedSince };
}

/** The lengths tell most names apart without a copy in lower case. */
function lowerIfMaybe(name: string): string {
  const { length } = name;
  return length === 15 || length === 13 || length === 17 ? name.toLowerCase() : "";
}

function joined(earlier: string | null, value: string): string {
  return earlier === null ? value : `${earlier}, ${value}`;
}

/** Sends the answer, or 304 to a client that has it. `form` is that of the encoding wanted. HEAD gets no body from Node. */
export function sendForm(
  response: ServerResponse,
  form: Form,
  { lastModified }: Answer,
  wanted: Wanted,
): void {
  if (isUnchanged(wanted, form.tag, lastModified)) {
    response.writeHead(304, form.unchangedHeaders);
    response.end();
    return;
  }
  response.writeHead(200, form.headers);
  response.end(form.body);
  // What the system's own buffers did not take waits for a slow reader.
  if (response.writableLength > 0) response.setTimeout(STALLED_AFTER);
}
