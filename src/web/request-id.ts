import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { AddressList } from "../clients/address-list.ts";

/** What an id may look like that a proxy gave. */
const GIVEN = /^[\w.-]{8,64}$/;

const ids = new WeakMap<IncomingMessage, string>();

/**
 * The id under which a request is logged, the same each time: what a trusted proxy wrote into `X-Request-Id`, or a random UUID. What anybody else
 * wrote is not read, so that nobody puts words into the log.
 */
export function requestId(request: IncomingMessage, trusted: AddressList): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers["x-request-id"];
  const isTaken =
    typeof given === "string" && GIVEN.test(given) && trusted(request.socket?.remoteAddress ?? "");
  const id = isTaken ? given : randomUUID();
  ids.set(request, id);
  return id;
}
