import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { sendStream } from "../../../src/web/answers/send-stream.ts";

const LINE = `${"a word and another ".repeat(50)}\n`;
const TAG = 'W/"7-2024"';
const MODIFIED = "Mon, 06 May 2024 07:08:09 GMT";

/** How far the making of an answer went. */
interface Made {
  pieces: number;
  closed: boolean;
  /** What `sendStream` came back with; its error where it threw. */
  outcome: Promise<unknown>;
}

describe("a stream", () => {
  let server: Server;
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  /** A server of that many lines; making line `failsAt` throws. */
  async function serve(lines: number, failsAt = -1): Promise<{ port: number; made: Made }> {
    let end: (outcome: unknown) => void = () => {};
    const outcome = new Promise<unknown>((resolve) => {
      end = resolve;
    });
    const made: Made = { pieces: 0, closed: false, outcome };
    async function* pieces() {
      try {
        for (let line = 0; line < lines; line++) {
          if (line === failsAt) throw new Error("the archive is gone");
          made.pieces++;
          yield LINE;
        }
      } finally {
        made.closed = true;
      }
    }
    server = createServer((request, response) => {
      const content = {
        pieces: pieces(),
        type: "text/plain",
        tag: TAG,
        lastModified: MODIFIED,
        links: '<https://archive.example/>; rel="collection"',
      };
      sendStream(request, response, content, ["X-Own", "yes"]).then(end, (error) => {
        response.writeHead(503).end();
        end(error);
      });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    return { port: (server.address() as AddressInfo).port, made };
  }

  it("arrives whole, with its type, its further headers and what caches need", async () => {
    const { port, made } = await serve(1000);
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    assert.equal(await answer.text(), LINE.repeat(1000));
    assert.equal(answer.headers.get("content-type"), "text/plain");
    assert.equal(answer.headers.get("x-own"), "yes");
    assert.equal(answer.headers.get("etag"), TAG);
    assert.equal(answer.headers.get("last-modified"), MODIFIED);
    assert.equal(answer.headers.get("vary"), "Accept-Encoding");
    assert.match(answer.headers.get("link") ?? "", /rel="collection"/);
    assert.equal(await made.outcome, null);
  });

  for (const encoding of ["br", "gzip"]) {
    it(`is compressed with ${encoding} for whoever asks`, async () => {
      const { port } = await serve(1000);
      const headers = { "Accept-Encoding": encoding };
      const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
      assert.equal(answer.headers.get("content-encoding"), encoding);
      assert.equal(await answer.text(), LINE.repeat(1000));
    });
  }

  it("is not made for HEAD, nor for whoever has it", async () => {
    const { port, made } = await serve(10);
    const head = await fetch(`http://127.0.0.1:${port}/`, { method: "HEAD" });
    assert.equal(head.headers.get("etag"), TAG);
    const kept = await fetch(`http://127.0.0.1:${port}/`, { headers: { "If-None-Match": TAG } });
    assert.equal(kept.status, 304);
    assert.equal(made.pieces, 0);
  });

  it("waits for a reader who is slow, and ends when the reader goes", async () => {
    const { port, made } = await serve(1_000_000);
    const [answer] = (await once(get({ port, host: "127.0.0.1" }), "response")) as [
      IncomingMessage,
    ];
    answer.pause();
    let before = -1;
    while (before !== made.pieces) {
      before = made.pieces;
      await wait(50);
    }
    assert.ok(made.pieces < 100_000, `${made.pieces} pieces for a reader who takes none`);
    assert.equal(made.closed, false);
    answer.destroy();
    assert.equal(await made.outcome, null);
    assert.equal(made.closed, true);
  });

  it("that cannot begin is an error that can still be told", async () => {
    const { port, made } = await serve(10, 0);
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 503);
    assert.match(String(await made.outcome), /the archive is gone/);
  });

  it("that fails later breaks off, so that a part does not pass for the whole", async () => {
    const { port, made } = await serve(1000, 500);
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    await assert.rejects(answer.text());
    assert.match(String(await made.outcome), /the archive is gone/);
    assert.equal(made.closed, true);
  });

  it("lets others have their turn between two pieces", async () => {
    const { port, made } = await serve(2000);
    let turns = 0;
    const count = setInterval(() => turns++, 0);
    const [answer] = (await once(get({ port, host: "127.0.0.1" }), "response")) as [
      IncomingMessage,
    ];
    const chunks = await answer.toArray();
    clearInterval(count);
    assert.equal(Buffer.concat(chunks).length, LINE.length * 2000);
    assert.ok(turns > 5, `${turns} turns for others`);
    assert.equal(await made.outcome, null);
  });

  it("ends as gzip does, so that a part is known to be one", async () => {
    const { port } = await serve(100);
    const request = get({ port, host: "127.0.0.1", headers: { "Accept-Encoding": "gzip" } });
    const [answer] = (await once(request, "response")) as [IncomingMessage];
    assert.equal(String(gunzipSync(Buffer.concat(await answer.toArray()))), LINE.repeat(100));
  });
});
