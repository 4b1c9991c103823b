import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { AddressList } from "../clients/address-list.ts";

/** What an id may look like that a proxy gave. */
const GIVEN = /^[\w.-]{8,64}$/;

const ids = new WeakMap<IncomingMessage, string>();

/** What a trusted proxy wrote into `X-Request-Id`; `null` for what is none, and for what anybody else wrote, so that nobody puts words into the log. */
function givenId(request: IncomingMessage, trusted: AddressList): string | null {
  const given = request.headers["x-request-id"];
  const isTaken =
    typeof given === "string" && GIVEN.test(given) && trusted(request.socket?.remoteAddress ?? "");
  return isTaken ? given : null;
}

/** The id under which a request is logged, the same each time: the given one, or a random UUID. */
export function requestId(request: IncomingMessage, trusted: AddressList): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const id = givenId(request, trusted) ?? randomUUID();
  ids.set(request, id);
  return id;
}

/** The id that was given, as the header in which it comes back; without one, none: the same request gets the same answer. */
export function givenIdHeader(
  request: IncomingMessage,
  trusted: AddressList,
): Record<string, string> {
  const id = givenId(request, trusted);
  return id === null ? {} : { "X-Request-Id": id };
}
