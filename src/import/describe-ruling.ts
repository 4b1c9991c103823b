import type { Ruling } from "../store/store.ts";

const DONE = {
  correction: (day: string) => `corrected on ${day}`,
  withdrawal: (day: string) => `withdrawn on ${day}`,
  restoration: (day: string) => `brought back in other words on ${day}`,
  undo: (day: string) => `undone with its import on ${day}`,
};

/** Why a file does not bring back what the publisher set aside: `withdrawn on 2026-05-22 (“reason”), which stays so`. */
export function describeRuling({ act, at, reason }: Ruling): string {
  return `${DONE[act](at.slice(0, 10))} (“${reason}”), which stays so`;
}
