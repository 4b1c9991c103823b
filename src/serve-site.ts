import type { Config } from "./config.ts";
import { folderDownloads } from "./downloads/folder-downloads.ts";
import { listen, stopListening } from "./listen.ts";
import { readLogSigner } from "./log-signer.ts";
import { observers } from "./observers.ts";
import { reopeningStore } from "./reopening-store.ts";
import { loadLog, writeLog } from "./site-log.ts";
import { startLine } from "./start-line.ts";
import { toldToStop } from "./told-to-stop.ts";
import { answerRequests } from "./web/answer-requests.ts";
import { createApp } from "./web/app.ts";
import { loadRest } from "./web/load-rest.ts";

/** The first readers come first: in milliseconds. */
const LOAD_AFTER = 500;

/** Serves the archive until this process is told to stop, then closes everything in reverse. `announce` is given the start line. */
export async function serveSite(config: Config, announce: (line: string) => void): Promise<void> {
  const logSigner = readLogSigner(config.logKey);
  const store = reopeningStore(config.database);
  const summary = await store.summary();
  const observing = await observers(config, () => store.summary());
  const { server, url } = await listen(config.host, config.port, {
    perClient: config.connectionsPerClient,
    trusted: config.trustedProxies,
    onRefused: () => warn(tooManyConnections(config.connectionsPerClient)),
  });
  const site = { ...config, url: config.siteUrl ?? url, logSigner };
  const downloads = folderDownloads(config.database, config.downloads, warn);
  const app = createApp(store, site, {
    ...config,
    downloads,
    log: (line, facts) => writeLog("error", line, facts),
    isStopping: () => !server.listening,
    onAnswered: observing.onAnswered,
  });
  answerRequests(server, site, app);
  const told = toldToStop();
  announce(startLine(summary, url));
  setTimeout(() => {
    void loadRest();
    if (!process.stderr.isTTY) loadLog();
  }, LOAD_AFTER).unref();
  await told;
  await stopListening(server);
  observing.close();
  await downloads.close();
  await store.close();
}

function warn(line: string): void {
  writeLog("warn", line);
}

/** No address: who reads is nobody's business. */
function tooManyConnections(most: number): string {
  return `A client holds ${most} connections, and further ones are refused. If it is your proxy, name it in DATELINE_TRUSTED_PROXIES.`;
}
