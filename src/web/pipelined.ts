import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** So many requests may wait behind the one being answered on their connection. No browser sends any before it has its answer. */
const MOST_BEHIND = 64;

const behind = new WeakMap<Socket, number>();

/**
 * Whether a request came in behind too many others on its connection, which then ends: each of them takes memory until its answer is
 * sent. Node gives such a response its socket only when its turn comes.
 */
export function isTooFarBehind(socket: Socket, response: ServerResponse): boolean {
  if (response.socket !== null) return false;
  if (socket.destroyed) return true;
  const count = (behind.get(socket) ?? 0) + 1;
  if (count > MOST_BEHIND) {
    socket.destroy();
    return true;
  }
  behind.set(socket, count);
  response.once("close", () => behind.set(socket, (behind.get(socket) ?? 1) - 1));
  return false;
}
