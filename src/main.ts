#!/usr/bin/env node
import { once } from "node:events";
import { readConfig } from "./config.ts";
import { DatelineError } from "./errors.ts";
import { importReporter } from "./import-reporter.ts";
import { listen, stopListening } from "./listen.ts";
import { reopeningStore } from "./reopening-store.ts";
import { prepareArchive } from "./start-archive.ts";
import { readStartCommand, START_HELP } from "./start-command.ts";
import { startLine } from "./start-line.ts";
import { createApp } from "./web/app.ts";

try {
  const { help, folders } = readStartCommand(process.argv.slice(2));
  if (help) process.stdout.write(START_HELP);
  else await serve(folders);
} catch (error) {
  if (!(error instanceof DatelineError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === "usage" ? 2 : 1;
}

/** Serves until it is told to stop, then closes everything in reverse. */
async function serve(folders: string[]): Promise<void> {
  const config = readConfig();
  await prepareArchive(config, folders, importReporter(process.stderr));
  const store = reopeningStore(config.database);
  const summary = await store.summary();
  const { server, url } = await listen(config.host, config.port);
  server.on("request", createApp(store, { ...config, url: config.siteUrl ?? url }));
  const told = Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  process.stdout.write(`${startLine(summary, url)}\n`);
  await told;
  await stopListening(server);
  await store.close();
}
