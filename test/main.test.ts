import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../src/main.js", import.meta.url));

describe("npm start", () => {
  let folder: string;
  let running: ChildProcess[] = [];
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "dateline-main-"));
    await writeFile(path.join(folder, "1.txt"), " date 2023-01-27 The bridge was opened at noon.");
    await writeFile(path.join(folder, "2.txt"), " date 2023-02-30 No such day ever was.");
  });
  afterEach(() => {
    for (const child of running) child.kill("SIGKILL");
    running = [];
  });
  after(() => rm(folder, { recursive: true }));

  function start(args: string[], settings: Record<string, string>): ChildProcess {
    const env = { PATH: process.env.PATH, PORT: "0", ...settings };
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: tmpdir(), env });
    running.push(child);
    return child;
  }

  async function ended(args: string[], settings: Record<string, string> = {}) {
    const child = start(args, settings);
    const [out, err] = [collected(child.stdout), collected(child.stderr)];
    const [status] = await once(child, "close");
    return { status, out: out(), err: err() };
  }

  function collected(stream: NodeJS.ReadableStream | null): () => string {
    let text = "";
    stream?.on("data", (chunk) => {
      text += chunk;
    });
    return () => text;
  }

  async function firstLine(child: ChildProcess): Promise<string> {
    const out = collected(child.stdout);
    const err = collected(child.stderr);
    while (!out().includes("\n")) {
      await Promise.race([
        once(child.stdout as NodeJS.ReadableStream, "data"),
        once(child, "close"),
      ]);
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${err()}`);
    }
    return out().split("\n", 1)[0] ?? "";
  }

  const database = (name: string) => path.join(folder, name);

  it("says where no archive can be made, and why", async () => {
    const database = path.join(folder, "1.txt", "archive.db");
    const { status, err } = await ended([], { DATELINE_DATABASE: database });
    assert.equal(status, 1);
    assert.match(err, /^the archive \S+\/1\.txt\/archive\.db cannot be opened: ENOTDIR/);
  });

  it("serves the sample where there is no archive, and says so in one line", async () => {
    const child = start([], { DATELINE_DATABASE: database("sample.db") });
    const line = await firstLine(child);
    assert.match(
      line,
      /^Dateline serves \d+ statements, 12 December 2022 to 7 December 2023, at http:\/\/127\.0\.0\.1:\d+$/,
    );
    const about = await fetch(`${line.split(" at ")[1]}/about.json`);
    assert.equal(((await about.json()) as { sample: boolean }).sample, true);
  });

  it("imports a folder first, and serves although a file was refused", async () => {
    const child = start([folder], { DATELINE_DATABASE: database("own.db") });
    const err = collected(child.stderr);
    const line = await firstLine(child);
    assert.match(line, /^Dateline serves 1 statement, 27 January 2023, at /);
    assert.match(err(), /refused\s+1/);
    assert.match(err(), /2\.txt/);
  });

  it("leaves the sample out of an archive of one's own, and imports nothing twice", async () => {
    const settings = { DATELINE_DATABASE: database("mixed.db") };
    const sample = start([], settings);
    const url = (await firstLine(sample)).split(" at ")[1];
    const list = await (await fetch(`${url}/statements.json`)).json();
    const short = (list as { statements: { short: string }[] }).statements[0]?.short;
    await stopped(sample);
    const own = start([folder], settings);
    const line = await firstLine(own);
    assert.match(line, /^Dateline serves 1 statement, /);
    assert.equal((await fetch(line.split(" at ")[1] + String(short))).status, 410);
    await stopped(own);
    assert.match(await firstLine(start([], settings)), /^Dateline serves 1 statement, /);
  });

  it("stops when it is told to, although a client holds its connection", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const child = start([], { DATELINE_DATABASE: database("stop.db") });
      const url = new URL((await firstLine(child)).split(" at ")[1] ?? "");
      const held = connect(Number(url.port), url.hostname);
      held.on("error", () => {});
      await once(held, "connect");
      held.write("GET / HTTP/1.1\r\nHost: x\r\n");
      assert.equal(await stopped(child, signal), 0);
      held.destroy();
    }
  });

  it("says which port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = String((other.address() as AddressInfo).port);
    const settings = { PORT: port, DATELINE_DATABASE: database("taken.db") };
    const { status, out, err } = await ended([], settings);
    other.close();
    assert.equal(status, 1);
    assert.equal(out, "");
    assert.match(err, new RegExp(`port ${port} of 127\\.0\\.0\\.1 is taken`));
    assert.doesNotMatch(err, /at .*\.js/);
  });

  it("refuses wrong usage and settings with status 2", async () => {
    const wrong: [string[], Record<string, string>, RegExp][] = [
      [["/no/such/folder"], {}, /\/no\/such\/folder.* is not there/],
      [["--frobnicate"], {}, /"--frobnicate"/],
      [[], { PORT: "http" }, /^PORT: expected a whole number/],
      [[], { HOST: "192.0.2.1" }, /^HOST: expected/],
    ];
    for (const [args, settings, says] of wrong) {
      const { status, out, err } = await ended(args, {
        DATELINE_DATABASE: database("wrong.db"),
        ...settings,
      });
      assert.equal(status, 2, err);
      assert.equal(out, "");
      assert.match(err.split("\n").find((line) => says.test(line)) ?? err, says);
    }
  });

  it("refuses a file that is no archive with status 1", async () => {
    const file = database("letter.db");
    await writeFile(file, "Dear all, this is a letter and not an archive.");
    const { status, err } = await ended([], { DATELINE_DATABASE: file });
    assert.equal(status, 1);
    assert.match(err, /letter\.db/);
  });

  it("explains itself", async () => {
    const { status, out } = await ended(["--help"]);
    assert.equal(status, 0);
    for (const name of ["PORT", "HOST", "DATELINE_DATABASE", "DATELINE_SITE_URL", "FOLDER"]) {
      assert.ok(out.includes(name), name);
    }
  });

  async function stopped(
    child: ChildProcess,
    signal: NodeJS.Signals = "SIGTERM",
  ): Promise<unknown> {
    const closed = once(child, "close");
    child.kill(signal);
    return (await closed)[0];
  }
});
