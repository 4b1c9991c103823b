import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { after, before, describe, it, type TestContext } from "node:test";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { type Exchange, exchange } from "../support/raw-socket.ts";
import { sharedPath } from "../support/shared.ts";
import { startSite, type TestSite } from "../support/site.ts";

const GET = "GET /about HTTP/1.1\r\nHost: a\r\n";
const SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

/** What is no HTTP/1.1, or could be understood in two ways: name → bytes. */
const MALFORMED: Record<string, string> = {
  nothing: "\r\n\r\n\r\n",
  "TLS, spoken to a port without it": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03random",
  "HTTP/2, without being asked": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "NUL bytes": "\0".repeat(4096),
  "no version": "GET /about\r\n\r\n",
  "a version that is none": "GET /about HTTP/9.9\r\nHost: a\r\n\r\n",
  "a space in the address": "GET /about page HTTP/1.1\r\nHost: a\r\n\r\n",
  "a control character in the address": "GET /about\x01 HTTP/1.1\r\nHost: a\r\n\r\n",
  "a bare LF that hides a header": `${GET}X: a\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  "a bare CR in a header": `${GET}X: a\rb\r\n\r\n`,
  "NUL in a header": `${GET}X: a\0b\r\n\r\n`,
  "a header without a colon": `${GET}Nonsense\r\n\r\n`,
  "a space before the colon": `${GET}Content-Length : 5\r\n\r\nabcde`,
  "a folded line": `${GET} X: folded\r\n\r\n`,
  "headers of 20 kB": `${GET}X: ${"a".repeat(20_000)}\r\n\r\n`,
  "an address of 20 kB": `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  "10,000 headers": `${GET}${"A: b\r\n".repeat(10_000)}\r\n`,
  "two lengths": `POST /oai HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`,
  "a length and chunks": `POST /oai HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  "a length below nothing": `${GET}Content-Length: -1\r\n\r\n`,
  "a length beyond all bounds": `${GET}Content-Length: 99999999999999999999999\r\n\r\n`,
  "a length that is none": `${GET}Content-Length: 1e3\r\n\r\n`,
  "a length in two parts": `${GET}Content-Length: 1, 2\r\n\r\n`,
  "an encoding that is none": `POST /oai HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  "chunks that are encoded again": `POST /oai HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  "a chunk whose size is none": `POST /oai HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`,
  // A form, whose body is read before there is an answer; of another type Node 24 sees the fault only behind it.
  "a chunk longer than it says": `POST /oai HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n`,
  "a chunk of a size beyond all bounds": `POST /oai HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\na`,
  "a chunk's extension of 20 kB": `POST /oai HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;${"a".repeat(20_000)}\r\nx\r\n0\r\n\r\n`,
  "a method that is none": "G=T /about HTTP/1.1\r\nHost: a\r\n\r\n",
};

/** A request in every point, but of a method that Node does not know, or takes for no request: name → bytes and what is allowed there. */
const UNKNOWN_METHODS: Record<string, [bytes: string, allowed: string]> = {
  "a tunnel": [
    "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
    "GET, HEAD, OPTIONS",
  ],
  "a method of nobody's": ["BREW /about HTTP/1.1\r\nHost: a\r\n\r\n", "GET, HEAD, OPTIONS"],
  "a method in small letters": ["get / HTTP/1.0\r\n\r\n", "GET, HEAD, OPTIONS"],
  "a method that begins as another": [
    "GETS /about?x HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET, HEAD, OPTIONS",
  ],
  "a method of nobody's at /oai": [
    "BREW http://a/oai?verb=Identify HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET, HEAD, OPTIONS, POST",
  ],
};

// Some are refused only when their time is over.
describe("what is no HTTP", { concurrency: 64 }, () => {
  let archive: TestArchive;
  let site: TestSite;
  let port: number;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    site = await startSite(archive.path);
    port = Number(new URL(site.url).port);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  async function nextIsServed(): Promise<void> {
    const { status } = await exchange(port, `${GET}Connection: close\r\n\r\n`);
    assert.equal(status, 200);
    assert.deepEqual(site.log, []);
  }

  for (const [name, bytes] of Object.entries(MALFORMED)) {
    it(`is refused: ${name}`, async () => {
      const { status, answers, text } = await exchange(port, bytes);
      assert.ok(status === null || [400, 408, 413, 431].includes(status), text);
      assert.ok(answers <= 1 && !text.includes("smuggled"), text);
      if (status !== null) assertSafe(text);
      await nextIsServed();
    });
  }

  for (const [name, [bytes, allowed]] of Object.entries(UNKNOWN_METHODS)) {
    it(`is refused as any other method: ${name}`, async () => {
      const { status, answers, text } = await exchange(port, bytes + SMUGGLED);
      assert.deepEqual([status, answers], [405, 1], text);
      assert.match(text, new RegExp(`^Allow: ${allowed}\r$`, "m"));
      assertSafe(text);
      await nextIsServed();
    });
  }

  it("harms nobody where a tunnel is asked for and broken off at once", async () => {
    for (let times = 0; times < 20; times++) {
      const socket = connect({ host: "127.0.0.1", port });
      await once(socket, "connect");
      socket.write("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n");
      socket.resetAndDestroy();
    }
    await nextIsServed();
  });

  it("is refused behind a request that is answered, with no word of the one in the other", async () => {
    await nextIsServed();
    const { text } = await exchange(port, `${GET}\r\nNonsense\r\n\r\n`);
    const refusal = String.raw`HTTP/1\.1 400 [^]*`;
    const page = String.raw`HTTP/1\.1 200 [^]*</html>\s*`;
    assert.match(text, new RegExp(`^(?:${page})?(?:${refusal})?$`));
  });

  it("in a body that nobody reads is refused and closed, at most behind the answer to its head", async () => {
    const head = "POST /oai HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const { text } = await exchange(port, `${head}1\r\nabc\r\n0\r\n\r\n`);
    const refusal = String.raw`HTTP/1\.1 400 (?:(?!HTTP/1\.1)[^])*`;
    const answer = String.raw`HTTP/1\.1 200 (?:(?!HTTP/1\.1)[^])*`;
    assert.match(text, new RegExp(`^(?:${answer})?${refusal}$`));
    assertSafe(text.slice(text.lastIndexOf("HTTP/1.1 400")));
  });

  it("of the collected requests gets no 5xx and no second answer, and the next client is served", async (context: TestContext) => {
    const list = sharedPath("payloads/http/llhttp-requests.json");
    if (list === null) return context.diagnostic("not run: ../shared/payloads/http is not there");
    const requests = JSON.parse(readFileSync(list, "utf8")) as { text: string; kind: string }[];
    const answered = await Promise.all(
      requests.map(async ({ text, kind }) => {
        const bytes = unescaped(kind === "url" ? `GET ${text.trimEnd()} HTTP/1.1\n\n` : text);
        return { bytes, ...(await exchange(port, bytes)) };
      }),
    );
    for (const { bytes, ...exchanged } of answered) assertHarmless(bytes, exchanged);
    await nextIsServed();
  });
});

/** As the list writes bytes: `\r`, `\n`, `\t`, `\f`, `\xNN` and `\NNN` stand for one, a backslash before a newline joins, any other newline is CRLF. */
function unescaped(written: string): Buffer {
  const bytes: Record<string, string> = { r: "\r", n: "\n", t: "\t", f: "\f", "\n": "" };
  const text = written.replace(
    /\\(?:x([\da-f]{2})|([0-7]{3})|([rntf\n]))|\n/gi,
    (_, hex?: string, octal?: string, letter?: string) => {
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
      return letter === undefined ? "\r\n" : (bytes[letter] ?? "");
    },
  );
  return Buffer.from(text, "utf8");
}

function assertHarmless(bytes: Buffer, { status, answers, text }: Exchange): void {
  const shown = `${JSON.stringify(bytes.toString("latin1"))} → ${JSON.stringify(text)}`;
  assert.ok(status === null || status < 500, shown);
  const lines = bytes.toString("latin1").match(/[A-Z]+ \S+ (?:HTTP|RTSP|ICE)\/\d\.\d\r\n/g) ?? [];
  assert.ok(answers <= Math.max(lines.length, 1), shown);
  assert.doesNotMatch(text, /\/evil|admin|node:internal|at \w+ \(/, shown);
  if (status === 400 || status === 405) assertSafe(text);
}

function assertSafe(answer: string): void {
  assert.match(answer, /^Content-Security-Policy: default-src 'none';/im, answer);
  assert.match(answer, /^X-Content-Type-Options: nosniff/im);
  assert.match(answer, /^Connection: close/im);
  assert.match(answer, /^Cache-Control: no-store/im);
}
