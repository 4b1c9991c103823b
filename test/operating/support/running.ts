import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const PROGRAM = join(import.meta.dirname, "../../..");

/** A program that a test started, with all that it said. */
export interface Running {
  child: ChildProcess;
  said: { out: string; err: string };
  /** The exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function run(command: string, args: string[], env: Record<string, string> = {}): Running {
  const path = `${process.env.PATH}:/usr/sbin`;
  const child = spawn(command, args, { env: { PATH: path, ...env } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => {
    said.out += text;
  });
  child.stderr.on("data", (text) => {
    said.err += text;
  });
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, "close");
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(timer);
    return child.exitCode;
  };
  return { child, said, stop };
}

/** The program, told to serve the archive on that port of this machine. */
export function start(
  database: string,
  port: number,
  settings: Record<string, string> = {},
): Running {
  const env = { DATELINE_DATABASE: database, PORT: String(port), ...settings };
  return run(process.execPath, [join(PROGRAM, "src/main.js")], env);
}

/** The same, once it serves. */
export async function runSite(
  database: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<Running> {
  const site = start(database, port, settings);
  await until(() => site.said.out.includes("\n"), site);
  return site;
}

/** Imports a folder with the command. Throws where it did not do so. */
export function importFolder(database: string, folder: string): void {
  const env = { PATH: process.env.PATH, DATELINE_DATABASE: database };
  const command = [join(PROGRAM, "scripts/import.js"), folder];
  const { status, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** Waits for it, as long as the program runs. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { child, said }: Running,
): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await holds())) {
    if (child.exitCode !== null || performance.now() > end) {
      throw new Error(
        `${child.spawnargs.join(" ")} ended or takes too long: ${said.err}${said.out}`,
      );
    }
    await pause(30);
  }
}

/** Ports of this machine that nobody had a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
