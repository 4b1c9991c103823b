// Preloaded into a server (`node --import`): notes the longest hold of its event loop since SIGUSR2, and writes it into the file
// BENCH_LOOP_FILE when the server ends, in milliseconds.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION = 1;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();
process.on("SIGUSR2", () => delay.reset());
process.once("exit", () => {
  const file = process.env.BENCH_LOOP_FILE;
  if (file) writeFileSync(file, String(Math.max(0, delay.max / 1e6 - RESOLUTION)));
});
