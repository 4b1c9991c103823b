import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { malformed } from "../../src/web/malformed.ts";

/** A connection that keeps what it is told. */
function connection() {
  const socket = new PassThrough();
  return Object.assign(socket, {
    setTimeout: () => socket,
    destroySoon: () => {},
    told: () => String(socket.read() ?? ""),
  });
}

function timeout(): NodeJS.ErrnoException {
  return Object.assign(new Error("Request timeout"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
}

test("of thousands of requests whose time is over at once some are refused in each turn, and all in the end", async () => {
  const refuse = malformed({});
  const connections = Array.from({ length: 1_000 }, connection);
  for (const socket of connections) refuse(timeout(), socket);
  let refused = 0;
  for (let turns = 0; refused < connections.length; turns++) {
    assert.ok(turns < 1_000);
    await turn();
    const now = connections.filter((socket) => socket.writableEnded).length;
    assert.ok(now - refused <= 100, `${now - refused} in one turn`);
    refused = now;
  }
  for (const socket of connections)
    assert.match(socket.told(), /^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test("a request that cannot be read is refused before anything else of its connection is", () => {
  const socket = connection();
  malformed({})(
    Object.assign(new Error("Parse Error"), { code: "HPE_INVALID_HEADER_TOKEN" }),
    socket,
  );
  assert.match(socket.told(), /^HTTP\/1\.1 400 Bad Request\r\n/);
});
