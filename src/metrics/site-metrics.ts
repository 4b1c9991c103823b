import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";
import type { ArchiveSummary } from "../store/store.ts";
import type { Answered } from "../web/observed.ts";
import { routeOf } from "../web/route-of.ts";

/** Bounds of the histogram, in seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/**
 * Counts what this process answers, and measures it, for Prometheus. To be called once; what comes back is to be told of every answer.
 * No label holds anything that a reader wrote.
 */
export function siteMetrics(summary: () => Promise<ArchiveSummary>): (answered: Answered) => void {
  collectDefaultMetrics();
  const requests = new Counter({
    name: "dateline_requests_total",
    help: "Requests answered, by kind of address, method and status.",
    labelNames: ["route", "method", "status"],
  });
  const durations = new Histogram({
    name: "dateline_request_seconds",
    help: "Time from a request to the end of its answer, by kind of address.",
    labelNames: ["route"],
    buckets: SECONDS,
  });
  const kept = new Counter({
    name: "dateline_kept_answers_total",
    help: "Requests answered with a finished answer from memory.",
  });
  describeArchive(summary);
  return ({ request, status, milliseconds, wasKept }) => {
    const route = routeOf(request.url ?? "");
    const method = METHODS.has(request.method ?? "") ? request.method : "other";
    requests.inc({ route, method: method ?? "other", status });
    durations.observe({ route }, milliseconds / 1_000);
    if (wasKept) kept.inc();
  };
}

/** Read when asked for; absent where the archive cannot be read. */
function describeArchive(summary: () => Promise<ArchiveSummary>): void {
  const facts: [name: string, help: string, read: (archive: ArchiveSummary) => number][] = [
    ["dateline_statements", "Statements in the archive.", ({ total }) => total],
    ["dateline_generation", "Imports that changed the archive.", ({ generation }) => generation],
  ];
  for (const [name, help, read] of facts) {
    new Gauge({
      name,
      help,
      // Several processes read the same archive.
      aggregator: "max",
      async collect() {
        const archive = await summary().catch(() => null);
        if (archive) this.set(read(archive));
        else this.reset();
      },
    });
  }
}

/** What this process has measured, in Prometheus' text format. */
export function ownMetrics(): Promise<string> {
  return register.metrics();
}
