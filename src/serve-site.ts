import type { Config } from "./config.ts";
import { folderDownloads } from "./downloads/folder-downloads.ts";
import { listen, stopListening } from "./listen.ts";
import { readLogSigner } from "./log-signer.ts";
import { reopeningStore } from "./reopening-store.ts";
import { startLine } from "./start-line.ts";
import { toldToStop } from "./told-to-stop.ts";
import { createApp } from "./web/app.ts";

/** Serves the archive until this process is told to stop, then closes everything in reverse. `announce` is given the start line. */
export async function serveSite(config: Config, announce: (line: string) => void): Promise<void> {
  const logSigner = readLogSigner(config.logKey);
  const store = reopeningStore(config.database);
  const summary = await store.summary();
  const { server, url } = await listen(config.host, config.port);
  const site = { ...config, url: config.siteUrl ?? url, logSigner };
  const downloads = folderDownloads(config.database, config.downloads, (line) => {
    process.stderr.write(`${line}\n`);
  });
  server.on("request", createApp(store, site, undefined, config.answerBytes, downloads));
  const told = toldToStop();
  announce(startLine(summary, url));
  await told;
  await stopListening(server);
  await downloads.close();
  await store.close();
}
