import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { AddressList } from "./address-list.ts";
import { networkOf } from "./client-address.ts";

export interface Admission {
  /** So many connections one client may hold at once. */
  perClient: number;
  /** Proxies, which speak for many: they are not counted. */
  trusted: AddressList;
  /** Called when a connection is refused: at most once an hour. */
  onRefused: () => void;
}

const HOUR = 60 * 60_000;

/**
 * Breaks off connections of a client that holds as many as it may. It stands in front of Node's own listener, so that
 * one that is refused costs next to nothing: whoever opens thousands keeps nobody else waiting.
 */
export function admitConnections(
  server: Server,
  { perClient, trusted, onRefused }: Admission,
): void {
  const held = new Map<string, number>();
  let told = Number.NEGATIVE_INFINITY;
  const accept = server.listeners("connection") as ((socket: Socket) => void)[];
  server.removeAllListeners("connection");
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (!trusted(address) && !admit(networkOf(address), socket)) return refuse(socket);
    for (const listener of accept) listener.call(server, socket);
  });

  function admit(client: string, socket: Socket): boolean {
    const holds = held.get(client) ?? 0;
    if (holds >= perClient) return false;
    held.set(client, holds + 1);
    socket.once("close", () => release(client));
    return true;
  }

  function release(client: string): void {
    const holds = held.get(client) ?? 0;
    if (holds > 1) held.set(client, holds - 1);
    else held.delete(client);
  }

  function refuse(socket: Socket): void {
    socket.on("error", () => {});
    socket.resetAndDestroy();
    if (performance.now() - told < HOUR) return;
    told = performance.now();
    onRefused();
  }
}
