import type { Result } from "../figures.ts";
import { run } from "../measure/run.ts";
import { median, medianRatio } from "../measure/statistics.ts";
import { captureOne } from "../peers/captured.ts";
import { serveDateline } from "../peers/served.ts";
import type { Trial } from "../trial.ts";

const ROUNDS = 11;

/** From the start of the program to the last byte of the home page, in turns with a node that does nothing. */
export async function measureStart({ archive }: Trial): Promise<Result[]> {
  const ours: number[] = [];
  const nothing: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await firstPage(archive));
    nothing.push((await run(process.execPath, ["-e", "0"])).wall);
  }
  const [page, node] = [ours, nothing].map((times) => `${Math.round(median(times) * 1000)} ms`);
  const behind = `${page} against ${node}, medians of ${ROUNDS}`;
  return [{ figure: "start", of: "", value: medianRatio(ours, nothing), behind }];
}

/** Seconds. */
async function firstPage(archive: string): Promise<number> {
  const start = performance.now();
  const server = await serveDateline(archive);
  const { status } = await captureOne(server.url, "/");
  const time = (performance.now() - start) / 1000;
  await server.stop();
  if (status !== 200) throw new Error(`expected the home page, got ${status}`);
  return time;
}
