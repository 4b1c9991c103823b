import { AggregatorRegistry } from "prom-client";

/** Makes what reads the sums over all processes that serve; to be called once, in the process that started them. */
export function metricsOfAll(): () => Promise<string> {
  const all = new AggregatorRegistry();
  return () => all.clusterMetrics();
}

/** Lets this process tell its parent what it measured, whenever that asks. */
export function answerParent(): void {
  new AggregatorRegistry();
}
