import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import type { Finding } from "../../src/verify/finding.ts";
import { verifyDatabase } from "../../src/verify/verify-archive.ts";
import type { TestArchive } from "../support/archive.ts";

const COMMANDS = join(import.meta.dirname, "../../scripts");

type Command = "backup" | "restore" | "import";

/** Runs the command on the archive. `prefix` is shell code that runs before it in the same process. */
export function run(database: string, command: Command, words: string[], prefix = "") {
  const parameters = ["-c", `${prefix} exec "$0" "$@"`, ...programOf(command), ...words];
  return spawnSync("/bin/sh", parameters, { env: envOf(database), encoding: "utf8" });
}

/** Runs the command, expects it to have done all well, and gives its report. */
export function reported(database: string, command: Command, ...words: string[]) {
  const { status, stdout, stderr } = run(database, command, [...words, "--json"]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** Starts the command and leaves it running. */
export function started(database: string, command: Command, ...words: string[]): ChildProcess {
  const [program, ...parameters] = programOf(command) as [string, string];
  return spawn(program, [...parameters, ...words], { env: envOf(database), stdio: "ignore" });
}

function programOf(command: Command): string[] {
  return [process.execPath, join(COMMANDS, `${command}.js`)];
}

function envOf(database: string) {
  return { ...process.env, DATELINE_DATABASE: database };
}

/** Its exit status, or `null` where it was killed. */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (status) => resolve(status)));
}

/** Expects the archive to be sound in every page, sum and digest: how many statements it holds. */
export async function soundTotal(database: string): Promise<number> {
  const opened = openDatabase(database, { fileMustExist: true });
  const faults: Finding[] = [];
  const tell = (finding: Finding) => void faults.push(finding);
  await verifyDatabase(opened, { earlier: null, readings: true, tell });
  const total = opened.prepare("SELECT total FROM archive").pluck().get() as number;
  opened.close();
  assert.deepEqual(faults, []);
  return total;
}

/** The names beside the archive, without the archive's own files and the folder that is imported. */
export function beside(archive: TestArchive): string[] {
  const own = /^(archive\.db(-wal|-shm|-journal)?|statements)$/;
  return readdirSync(dirname(archive.path)).filter((name) => !own.test(name));
}

/** So many statement files, of words that no other call's have. */
export function manyFiles(count: number, word: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (let n = 0; n < count; n++) {
    const day = String((n % 28) + 1).padStart(2, "0");
    files[`${word}/${n}.txt`] =
      `date 2023-01-${day} The ${word} ${n}. ${"More words. ".repeat(60)}\n`;
  }
  return files;
}
