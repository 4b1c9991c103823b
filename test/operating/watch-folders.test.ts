import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openStore } from "../../src/store/open-store.ts";

const COMMAND = join(import.meta.dirname, "../../scripts/import.js");

/** Bytes: more than the rest of a run reads. */
const LARGE = 8_000_000;

interface Line {
  files: number;
  added: number;
  moved: number;
  revised: number;
  missing: { file: string }[];
  entries: { file: string; outcome: string }[];
}

describe("npm run import -- --watch", { timeout: 120_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "dateline-watch-"));
  const folder = join(root, "folder");
  const database = join(root, "archive.db");
  const env = { ...process.env, DATELINE_DATABASE: database };
  let watching: ChildProcess;
  let out = "";
  let err = "";
  let read = 0;

  before(() => {
    mkdirSync(folder);
    write("a.txt", "date 2023-01-27 The bridge is open.");
    watching = spawn(process.execPath, [COMMAND, "--watch", "--json", folder], { env });
    watching.stdout?.on("data", (text) => {
      out += text;
    });
    watching.stderr?.on("data", (text) => {
      err += text;
    });
  });
  after(() => {
    watching.kill("SIGKILL");
    rmSync(root, { recursive: true });
  });

  function write(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  /** All that the command has read so far, of files and of the archive. */
  function bytesRead(): number {
    const [, read] = /^rchar: (\d+)/.exec(readFileSync(`/proc/${watching.pid}/io`, "utf8")) ?? [];
    return Number(read);
  }

  async function told(words: string): Promise<void> {
    while (!err.includes(words)) {
      assert.equal(watching.exitCode, null, err);
      await pause(50);
    }
  }

  /** The report of the next run that brought news. */
  async function next(): Promise<Line> {
    for (;;) {
      const line = out.split("\n").slice(0, -1)[read];
      if (line !== undefined) {
        read++;
        return JSON.parse(line) as Line;
      }
      assert.equal(watching.exitCode, null, err);
      await pause(50);
    }
  }

  /** The first report in which that is so; reports before it are passed over. */
  async function until(holds: (line: Line) => boolean): Promise<Line> {
    for (;;) {
      const line = await next();
      if (holds(line)) return line;
    }
  }

  test("reads a file that was there once it has been still", async () => {
    const line = await until(({ added }) => added > 0);
    assert.deepEqual([line.files, line.added], [1, 1]);
  });

  test("takes a burst as one, and never reads a file that is half written", async () => {
    write("slow.txt", "date 2023-02-01 ");
    for (let piece = 1; piece <= 12; piece++) {
      if (piece < 6) write(`burst-${piece}.txt`, `date 2023-03-0${piece} Piece ${piece}.`);
      await pause(600);
      appendFileSync(join(folder, "slow.txt"), `piece ${piece} `);
    }
    const burst = await next();
    assert.deepEqual([burst.added, burst.files], [5, 7]);
    const slow = await next();
    assert.deepEqual([slow.added, slow.files], [1, 7]);
    const store = await openStore(database, { readOnly: true });
    assert.equal((await store.summary()).laterRevisions, 0);
    await store.close();
  });

  test("sees new folders, new names, edits, files that went, and tells a refusal once", async () => {
    mkdirSync(join(folder, "new/inner"), { recursive: true });
    write("new/inner/deep.txt", "date 2023-04-01 Deep.");
    write("bad.txt", "no header");
    renameSync(join(folder, "a.txt"), join(folder, "b.txt"));
    write("burst-1.txt", "date 2023-03-02 Piece 1, edited.");
    rmSync(join(folder, "slow.txt"));
    const line = await next();
    assert.deepEqual([line.added, line.moved, line.revised], [1, 1, 1]);
    assert.deepEqual(
      line.missing.map(({ file }) => file),
      ["slow.txt"],
    );
    assert.equal(err.match(/^Refused bad\.txt: .*no header/gm)?.length, 1);
    assert.ok(!line.entries.some(({ outcome }) => outcome === "unchanged"));
  });

  test("reads again only what has changed, though size and time of writing are the same", async () => {
    const before = bytesRead();
    write("large.txt", "no header ".repeat(LARGE / 10));
    await told("Refused large.txt");
    const first = bytesRead();
    assert.ok(first - before > LARGE);
    write("burst-2.txt", "date 2023-03-02 Piece 2, edited.");
    await until(({ revised }) => revised === 1);
    assert.ok(bytesRead() - first < LARGE, `${bytesRead() - first} bytes were read`);
    const { mtime } = statSync(join(folder, "burst-2.txt"));
    write("burst-2.txt", "date 2023-03-02 Piece 2, redone.");
    utimesSync(join(folder, "burst-2.txt"), mtime, mtime);
    await until(({ revised }) => revised === 1);
    rmSync(join(folder, "large.txt"));
  });

  test("waits for a folder that went away, and goes on when it is made again", async () => {
    renameSync(folder, `${folder}-away`);
    await told("is not there");
    mkdirSync(folder);
    write("again.txt", "date 2023-05-01 Again.");
    const line = await until(({ added }) => added === 1);
    assert.equal(line.files, 1);
    rmSync(join(folder, "again.txt"));
    await until(({ missing }) => missing.some(({ file }) => file === "again.txt"));
  });

  test("tells a run that failed, and tries it again", async () => {
    const moved = `${database}-away`;
    renameSync(database, moved);
    mkdirSync(database);
    write("later.txt", "date 2023-06-01 Later.");
    await told("Not imported, and tried again:");
    rmSync(database, { recursive: true });
    renameSync(moved, database);
    const line = await until(({ added }) => added === 1);
    assert.equal(line.files, 1);
  });

  test("ends with status 0 when told to", async () => {
    watching.kill("SIGTERM");
    const [status] = await once(watching, "close");
    assert.equal(status, 0, err);
  });

  test("takes neither a file nor a dry run", () => {
    for (const args of [[join(folder, "later.txt")], [folder, "--dry-run"], ["/no/such/folder"]]) {
      const run = spawnSync(process.execPath, [COMMAND, "--watch", ...args], { env });
      assert.equal(run.status, 2, String(run.stderr));
    }
  });
});
