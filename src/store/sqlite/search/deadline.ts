import { DatelineError } from "../../../errors.ts";

/** How long a search may work: what is asked beyond it is refused rather than kept waiting. */
const SEARCH_MS = 250;

/** So many steps are always taken. They are short together; a machine that is busy with other work may let any time pass between two. */
const ALWAYS_TAKEN = 8;

/** Throws `unavailable` once a search has worked too long. Called before each of its steps, which are short in themselves. */
export type CheckTime = () => void;

export function startClock(): CheckTime {
  const end = performance.now() + SEARCH_MS;
  let steps = 0;
  return () => {
    if (++steps <= ALWAYS_TAKEN || performance.now() < end) return;
    const message = "the search takes too long: give more letters of a word, or fewer words";
    throw new DatelineError("unavailable", message);
  };
}
