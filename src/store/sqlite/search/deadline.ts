import { DatelineError } from "../../../errors.ts";

/** How long a search may work: what is asked beyond it is refused rather than kept waiting. */
const SEARCH_MS = 250;

/** Throws `unavailable` once a search has worked too long. Called between steps that are short in themselves. */
export type CheckTime = () => void;

export function startClock(): CheckTime {
  const end = performance.now() + SEARCH_MS;
  return () => {
    if (performance.now() < end) return;
    const message = "the search takes too long: give more letters of a word, or fewer words";
    throw new DatelineError("unavailable", message);
  };
}
