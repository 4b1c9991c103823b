#!/usr/bin/env node
import { type Config, readConfig } from "./config.ts";
import { DatelineError } from "./errors.ts";
import { serveSite } from "./serve-site.ts";
import { outliveOutput } from "./site-log.ts";
import { prepareArchive } from "./start-archive.ts";
import { readStartCommand, START_HELP } from "./start-command.ts";

try {
  const { help, folders } = readStartCommand(process.argv.slice(2));
  if (help) process.stdout.write(START_HELP);
  else await serve(readConfig(), folders);
} catch (error) {
  if (!(error instanceof DatelineError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === "usage" ? 2 : 1;
}

async function serve(config: Config, folders: string[]): Promise<void> {
  outliveOutput();
  if (config.processes > 1) return serveWithMany(config, folders);
  await prepareArchive(config, folders);
  await serveSite(config, say);
}

/** This process imports and then looks after those that serve; they run this program, too. */
async function serveWithMany(config: Config, folders: string[]): Promise<void> {
  const processes = await import("./serve-processes.ts");
  if (processes.isServingProcess) {
    return processes.serveForParent((announce) => serveSite(config, announce));
  }
  await prepareArchive(config, folders);
  const close = await serveMetricsOfAll(config);
  await processes.serveInProcesses(config.processes, say);
  close();
}

/** Fulfilled with what ends it. */
async function serveMetricsOfAll({ metricsHost, metricsPort }: Config): Promise<() => void> {
  if (metricsPort === null) return () => {};
  const { metricsOfAll } = await import("./metrics/metrics-of-processes.ts");
  const { serveMetrics } = await import("./metrics/serve-metrics.ts");
  return serveMetrics(metricsHost, metricsPort, metricsOfAll());
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
