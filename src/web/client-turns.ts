import { asksIndex } from "./page-table.ts";
import { Turns } from "./turns.ts";

/** What is made afresh takes a few milliseconds each. */
const PAGES = { atOnce: 4, mostWaiting: 512, longestWait: 10_000 };

/** A search may take the archive's one search thread for a quarter of a second. */
const SEARCHES = { atOnce: 4, mostWaiting: 64, longestWait: 3_000 };

/** The turns of what is made afresh, by address: searches have their own, so that no page waits for them. */
export function clientTurns(): (address: string) => Turns {
  const pages = new Turns(PAGES);
  const searches = new Turns(SEARCHES);
  return (address) => (asksIndex(address) ? searches : pages);
}
