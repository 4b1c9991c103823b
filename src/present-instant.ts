import type { Instant } from "./statements/statement.ts";

/** The time by the machine's clock. */
export function presentInstant(): Instant {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
