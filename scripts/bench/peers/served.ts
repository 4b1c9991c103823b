import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { built, environmentOf } from "../import-archive.ts";
import { cpuSeconds } from "../measure/process.ts";
import { killAtEnd } from "../tidy.ts";

/** A server that runs by itself. */
export interface Served {
  /** Without a slash at its end. */
  url: string;
  pid: number;
  /** Seconds of CPU so far. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Dateline on that archive, as `npm start` runs it, without anything to import. */
export function serveDateline(
  archive: string,
  settings: Record<string, string> = {},
  nodeOptions: string[] = [],
): Promise<Served> {
  const command = [...nodeOptions, built("src/main.js")];
  return serveProgram(command, environmentOf(archive, settings));
}

/** A server of the bench, by the name of its file; it prints its address in a line. */
export function servePeer(name: string, ...parameters: string[]): Promise<Served> {
  return serveProgram([built(`scripts/bench/peers/${name}.js`), ...parameters], process.env);
}

async function serveProgram(command: string[], env: NodeJS.ProcessEnv): Promise<Served> {
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "inherit"] });
  killAtEnd(child);
  const url = await addressOf(child);
  const pid = child.pid as number;
  return { url, pid, cpu: () => cpuSeconds(pid), stop: () => stopProcess(child) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stdout ?? []) {
    said += part;
    const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
    if (url) {
      child.stdout?.resume();
      return url;
    }
  }
  throw new Error(`expected a server to say its address, but it said ${JSON.stringify(said)}`);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
