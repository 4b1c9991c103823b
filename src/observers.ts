import { accessLog } from "./access-log.ts";
import type { Config } from "./config.ts";
import type { ArchiveSummary } from "./store/store.ts";
import type { Answered } from "./web/observed.ts";

/** What is told of every answer; `null` where nobody wants to know, which costs nothing. */
export interface Observers {
  onAnswered: ((answered: Answered) => void) | null;
  close: () => void;
}

/** The access log and the measurements, as far as they are wanted. Throws `unavailable` where the port of `/metrics` cannot be taken. */
export async function observers(
  config: Config,
  summary: () => Promise<ArchiveSummary>,
): Promise<Observers> {
  const log = accessLog(config.accessLog, config.trustedProxies);
  if (config.metricsPort === null) return { onAnswered: log, close: () => {} };
  const { ownMetrics, siteMetrics } = await import("./metrics/site-metrics.ts");
  const measure = siteMetrics(summary);
  const onAnswered = (answered: Answered) => {
    measure(answered);
    log?.(answered);
  };
  // Only now: node takes longer to load it than to open the archive.
  const { default: cluster } = await import("node:cluster");
  if (cluster.isWorker) {
    const { answerParent } = await import("./metrics/metrics-of-processes.ts");
    answerParent();
    return { onAnswered, close: () => {} };
  }
  const { serveMetrics } = await import("./metrics/serve-metrics.ts");
  const close = await serveMetrics(config.metricsHost, config.metricsPort, ownMetrics);
  return { onAnswered, close };
}
