import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { AddressList } from "./address-list.ts";

/**
 * Who asks: the address at the other end of the connection; where that is a trusted proxy, the address for which it says to speak, and so on
 * from the last to the first of `X-Forwarded-For`, which anybody may write but its last parts. A part that is no address ends the walk.
 * Empty where the connection is gone or no network's.
 */
export function clientAddress(request: IncomingMessage, trusted: AddressList): string {
  let address = request.socket?.remoteAddress ?? "";
  if (!trusted(address)) return address;
  const hops = String(request.headers["x-forwarded-for"] ?? "").split(",");
  for (const hop of hops.toReversed()) {
    const named = hop.trim();
    if (isIP(named) === 0) return address;
    address = named;
    if (!trusted(address)) return address;
  }
  return address;
}

/**
 * What counts as one client where there are limits: an IPv4 address, and of an IPv6 address the first 64 bits, because whoever has one
 * has all that begin so (RFC 4291, 2.5.4).
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  const [front = "", back] = address.split("::");
  const groups = front.split(":");
  if (back !== undefined) {
    const missing = 8 - groups.length - back.split(":").length;
    groups.push(...Array(Math.max(missing, 0)).fill("0"), ...back.split(":"));
  }
  return `${groups.slice(0, 4).map(plainGroup).join(":")}::/64`;
}

function plainGroup(group: string): string {
  return Number.parseInt(group || "0", 16).toString(16);
}
