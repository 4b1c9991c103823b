import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const MAIN = join(import.meta.dirname, "../../../src/main.js");

/** The very program of `npm start`, on a port of its own. */
export interface ServedSite {
  /** Without a slash at its end. */
  url: string;
  /** The one line of its start. */
  startLine: string;
  close(): Promise<void>;
}

/** Serves the archive at that path; where there is none yet, it is made from the sample. */
export async function serveSite(database: string): Promise<ServedSite> {
  const program = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATELINE_DATABASE: database },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const startLine = await firstLine(program);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(startLine)?.[0];
  if (url === undefined) throw new Error(`expected a line with the address, not "${startLine}"`);
  return { url, startLine, close: () => stop(program) };
}

async function firstLine(program: ChildProcess): Promise<string> {
  const { stdout } = program;
  if (stdout === null) throw new Error("the program has no stdout");
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error("the program ended before it served");
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return;
  const ended = once(program, "exit");
  program.kill("SIGTERM");
  await ended;
}
