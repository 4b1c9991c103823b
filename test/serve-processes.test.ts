import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { exchange } from "./support/raw-socket.ts";

const MAIN = fileURLToPath(new URL("../src/main.js", import.meta.url));

describe("DATELINE_PROCESSES=2", () => {
  let folder: string;
  let running: ChildProcess | undefined;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "dateline-processes-"));
  });
  afterEach(() => running?.kill("SIGKILL"));
  after(() => rm(folder, { recursive: true }));

  function start(settings: Record<string, string> = {}) {
    const database = path.join(folder, "archive.db");
    const own = { PORT: "0", DATELINE_DATABASE: database, DATELINE_PROCESSES: "2" };
    const env = { PATH: process.env.PATH, ...own, ...settings };
    const child = spawn(process.execPath, [MAIN], { cwd: tmpdir(), env });
    running = child;
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk) => {
      said.out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said.err += chunk;
    });
    return { child, said };
  }

  async function started() {
    const { child, said } = start();
    while (!said.out.includes("\n") && child.exitCode === null) await wait(20);
    const url = said.out.trim().split(" at ")[1] ?? said.err;
    return { child, said, url };
  }

  /** The processes that the first one started, where the system says so. */
  async function children({ pid }: ChildProcess): Promise<number[]> {
    const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
    return text.trim().split(" ").filter(Boolean).map(Number);
  }

  async function untilTwo(child: ChildProcess, without = 0): Promise<number[]> {
    for (;;) {
      const found = await children(child);
      if (found.length === 2 && !found.includes(without)) return found;
      await wait(20);
    }
  }

  it("serves with two, replaces one that ends, and stops both when told to", async () => {
    const { child, said, url } = await started();
    const [first = 0] = await untilTwo(child);
    process.kill(first, "SIGKILL");
    const both = await untilTwo(child, first);
    for (let times = 0; times < 6; times++) {
      const answer = await fetch(`${url}/statements.json`, { headers: { Connection: "close" } });
      assert.equal(answer.status, 200);
    }
    assert.match(
      said.err,
      new RegExp(`"msg":"Process ${first} ended \\(SIGKILL\\) and is replaced\\."`),
    );
    const held = connect(Number(new URL(url).port), "127.0.0.1");
    held.on("error", () => {});
    await once(held, "connect");
    held.write("GET / HTTP/1.1\r\nHost: x\r\n");
    child.kill("SIGTERM");
    const [status] = await once(child, "close");
    held.destroy();
    assert.equal(status, 0);
    for (const pid of both) assert.throws(() => process.kill(pid, 0), { code: "ESRCH" });
    assert.match(said.out, /^Dateline serves \d+ statements, .*\n$/);
  });

  it("refuses what is no HTTP, and serves the next", async () => {
    const { child, url } = await started();
    const port = Number(new URL(url).port);
    for (const malformed of [
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
      "POST /oai HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ]) {
      const { status, text } = await exchange(port, malformed);
      assert.equal(status, 400);
      assert.match(text, /^Content-Security-Policy: default-src 'none';/im);
      assert.equal((await fetch(`${url}/about`)).status, 200);
    }
    child.kill("SIGTERM");
    await once(child, "close");
  });

  it("says once which port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { child, said } = start({ PORT: String(port) });
    const [status] = await once(child, "close");
    other.close();
    assert.equal(status, 1);
    assert.equal(said.err.match(/is taken/g)?.length, 1);
  });
});
