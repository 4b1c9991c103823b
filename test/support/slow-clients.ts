import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

// A program of its own: `node slow-clients.js PORT COUNT ADDRESS…` opens connections from these addresses by turns, sends a part of
// a request on each, and then a byte every second. It prints one line of JSON when all have ended: the longest life of one, in ms.

const [port = 0, count = 0, ...addresses] = process.argv
  .slice(2)
  .map((text, at) => (at < 2 ? Number(text) : text));
const alive = new Set<ReturnType<typeof connect>>();
let longest = 0;

for (let opened = 0; opened < Number(count); opened++) {
  const localAddress = String(addresses[opened % addresses.length]);
  const socket = connect({ host: "127.0.0.1", port: Number(port), localAddress });
  let begun = performance.now();
  socket.on("connect", () => {
    begun = performance.now();
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    alive.delete(socket);
    longest = Math.max(longest, performance.now() - begun);
  });
  alive.add(socket);
  // As fast as a machine can, but not before it has looked at what comes back.
  if (opened % 50 === 49) await wait(1);
}
while (alive.size > 0) {
  for (const socket of alive) if (!socket.connecting) socket.write("a");
  await wait(1_000);
}
process.stdout.write(`${JSON.stringify({ longest })}\n`);
