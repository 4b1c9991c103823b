import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ExitStatus, onCommandLine } from "./command-line/on-command-line.ts";
import { p99, type Reading, readFor } from "./soak/readers.ts";

const USAGE = `Usage: npm run soak [-- --seconds N]

Serves an archive made for it to readers of all kinds, a sixth of the time in quiet and then with imports going on, and
says what went wrong, what it took, and how the memory went.

  --seconds N   how long (600); from 600 on, a p99 with imports of more than twice the quiet one, and memory that grows by
                more than a fifth, count as wrong, too
  --help        prints this

Exit status: 0 nothing wrong, 1 something, 2 wrong usage.
`;
/** In less time memory has not settled, and single requests make the p99. */
const JUDGED_FROM = 600_000;
const MOST_SLOWER = 2;
const MOST_GROWTH = 1.2;
const PAGE = 4096;
const BETWEEN_IMPORTS = 1_000;
const HERE = import.meta.dirname;

await onCommandLine(
  { name: "soak", usage: USAGE, words: "", values: ["seconds"] },
  ({ wholeNumber }) => soak((wholeNumber("seconds", 1) ?? 600) * 1_000),
);

async function soak(duration: number): Promise<ExitStatus> {
  const root = mkdtempSync(path.join(tmpdir(), "dateline-soak-"));
  const env = {
    PATH: process.env.PATH,
    PORT: "0",
    DATELINE_DATABASE: path.join(root, "archive.db"),
    DATELINE_TRUSTED_PROXIES: "loopback",
  };
  const folder = path.join(root, "folder");
  mkdirSync(folder);
  for (let n = 0; n < 300; n++) writeStatement(folder, n, 1);
  await importOnce(folder, env);
  const site = spawn(process.execPath, [path.join(HERE, "../src/main.js")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = await once(site.stdout, "data");
    const url = String(line).trim().split(" at ")[1] ?? "";
    const quiet = await readFor(url, duration / 6);
    const busy = await readWhileImporting(url, folder, env, site, (duration * 5) / 6);
    return report(quiet, busy, duration >= JUDGED_FROM);
  } finally {
    const ended = once(site, "close");
    site.kill("SIGTERM");
    await ended;
    rmSync(root, { recursive: true });
  }
}

interface Busy extends Reading {
  imports: number;
  /** Resident, in MB, once for each import. */
  memory: number[];
}

async function readWhileImporting(
  url: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  site: ChildProcess,
  duration: number,
): Promise<Busy> {
  const reading = readFor(url, duration);
  const memory: number[] = [];
  const end = performance.now() + duration;
  for (let run = 0; performance.now() < end; run++) {
    writeStatement(folder, 300 + run, 1);
    writeStatement(folder, run % 300, 2 + run);
    await importOnce(folder, env);
    memory.push(megabytesOf(site));
    await pause(BETWEEN_IMPORTS);
  }
  return { ...(await reading), imports: memory.length, memory };
}

function report(quiet: Reading, busy: Busy, judged: boolean): ExitStatus {
  const failures = [...quiet.failures, ...busy.failures];
  const third = Math.ceil(busy.memory.length / 3);
  const before = Math.max(...busy.memory.slice(0, third));
  const after = Math.max(...busy.memory.slice(-third));
  const ratio = p99(busy.milliseconds) / p99(quiet.milliseconds);
  process.stdout.write(
    `${quiet.requests + busy.requests} requests, ${busy.imports} imports, ${failures.length} errors or wrong answers\n` +
      `p99 with imports / quiet: ${ratio.toFixed(2)}\n` +
      `memory at most: ${before} MB in the first third, ${after} MB in the last\n`,
  );
  for (const failure of failures.slice(0, 20)) process.stdout.write(`  ${failure}\n`);
  const isWorse = judged && !(ratio <= MOST_SLOWER && after <= before * MOST_GROWTH);
  return failures.length > 0 || busy.requests === 0 || isWorse ? 1 : 0;
}

function writeStatement(folder: string, n: number, wording: number): void {
  const day = String((n % 28) + 1).padStart(2, "0");
  const text = `date 2023-05-${day} The road number ${n} is open.\n\nWording ${wording}.`;
  writeFileSync(path.join(folder, `${n}.txt`), text);
}

async function importOnce(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [path.join(HERE, "import.js"), folder], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`an import ended with status ${status}`);
}

function megabytesOf({ pid }: ChildProcess): number {
  const [, pages = "0"] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
  return Math.round((Number(pages) * PAGE) / 1024 / 1024);
}
