import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Result } from "../figures.ts";
import { built } from "../import-archive.ts";
import { peakMemory } from "../measure/process.ts";
import { median, percentile } from "../measure/statistics.ts";
import { captureOne } from "../peers/captured.ts";
import { serveDateline } from "../peers/served.ts";
import type { Trial } from "../trial.ts";
import { queryClasses } from "./query-classes.ts";
import { searchAtRandom } from "./search-at-random.ts";

const CLIENTS = 8;
const SECONDS = 10;
const CASES = 2000;

/** A server while clients search at random. */
export async function measureLoad({ corpus, archive, folder, notes }: Trial): Promise<Result[]> {
  const file = path.join(folder, "loop-delay");
  const watch = ["--import", built("scripts/bench/search/watch-loop.js")];
  const server = await serveDateline(archive, { BENCH_LOOP_FILE: file }, watch);
  const classes = queryClasses(corpus, CASES, 4);
  const probe = await captureOne(server.url, "/statements?q=word");
  if (probe.status !== 200) {
    notes.push(`searching at random is left out: /statements?q= answers ${probe.status}`);
    await server.stop();
    return [];
  }
  process.kill(server.pid, "SIGUSR2");
  const { times, statuses } = await searchAtRandom(server.url, classes, CLIENTS, SECONDS);
  const memory = (peakMemory(server.pid) ?? 0) / 1e6;
  await server.stop();
  const hold = existsSync(file) ? Number(readFileSync(file, "utf8")) : Number.NaN;
  const answers = [...statuses].map(([status, count]) => `${count} × ${status}`).join(", ");
  const waited = `${CLIENTS} clients waited ${median(times).toFixed(1)} ms (median), ${percentile(times, 0.99).toFixed(1)} ms (p99)`;
  return [
    { figure: "loopHold", of: "", value: hold, behind: `${answers} in ${SECONDS} s; ${waited}` },
    { figure: "serverMemory", of: "", value: memory, behind: "VmHWM of the process" },
  ];
}
