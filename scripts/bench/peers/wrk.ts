import { writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../measure/run.ts";
import { peerPath } from "./missing-peers.ts";
import type { Served } from "./served.ts";

/** An address with the headers that are sent along. */
export interface Asked {
  address: string;
  headers: Record<string, string>;
}

/** A list of requests that wrk sends over and over, in its order. */
export interface Load {
  script: string;
  connections: number;
}

export interface Rate {
  /** Requests per second of wall time. */
  wall: number;
  /** Requests per second of the server's CPU. */
  cpu: number;
}

const SECONDS = 1;

/** Writes what wrk is to ask for, on so many connections. */
export function makeLoad(folder: string, name: string, asked: Asked[], connections: number): Load {
  const lines = asked.map(
    ({ address, headers }) => `  wrk.format("GET", ${lua(address)}, {${luaHeaders(headers)}}),`,
  );
  const script = path.join(folder, `${name}.lua`);
  writeFileSync(
    script,
    `local requests
local next = 0
function init()
  requests = {
${lines.join("\n")}
  }
end
function request()
  next = next % #requests + 1
  return requests[next]
end
`,
  );
  return { script, connections };
}

/** Loads the server for a second. Throws where it answers with an error. */
export async function loadServer(server: Served, { script, connections }: Load): Promise<Rate> {
  const wrk = peerPath("wrk");
  if (!wrk) throw new Error("expected wrk to be installed");
  const before = server.cpu();
  const parameters = ["-t1", `-c${connections}`, `-d${SECONDS}s`, "-s", script, server.url];
  const { stdout } = await run(wrk, parameters);
  const cpu = server.cpu() - before;
  const answered = readCount(stdout);
  if (!answered || /Non-2xx|Socket errors: connect [1-9]/.test(stdout))
    throw new Error(`expected answers from ${server.url}, but wrk says: ${stdout}`);
  return { wall: answered.requests / answered.seconds, cpu: answered.requests / cpu };
}

/** `12345 requests in 1.10s, 140.00MB read`; `null` where nothing was answered. */
function readCount(stdout: string): { requests: number; seconds: number } | null {
  const [, requests, time, unit] = /(\d+) requests in ([\d.]+)(ms|s)/.exec(stdout) ?? [];
  if (!Number(requests)) return null;
  return { requests: Number(requests), seconds: Number(time) / (unit === "ms" ? 1000 : 1) };
}

function lua(text: string): string {
  return JSON.stringify(text);
}

function luaHeaders(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `[${lua(name)}] = ${lua(value)}`)
    .join(", ");
}
