import { once } from "node:events";

/** Resolves with the first signal that asks this process to stop. */
export async function toldToStop(): Promise<void> {
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
}
