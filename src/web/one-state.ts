import { DatelineError } from "../errors.ts";
import type { ArchiveSummary, Store } from "../store/store.ts";

/** An import takes longer than a page, so that a second attempt nearly always does. */
const ATTEMPTS = 5;

/**
 * What `ask` finds, all of it in one state of the archive: where an import lands between its questions, they are asked
 * again. Throws `unavailable` in an archive that never holds still.
 */
export async function inOneState<Found>(
  store: Store,
  ask: (summary: ArchiveSummary) => Promise<Found>,
): Promise<Found> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await store.summary();
    const found = await attempted(() => ask(before));
    const after = await store.summary();
    if (before.generation === after.generation) return found();
  }
  throw new DatelineError("unavailable", "The archive changed faster than a page could be read.");
}

/** A failure counts only if the archive held still, too: half a change can look like a statement that is missing. */
async function attempted<Found>(work: () => Promise<Found>): Promise<() => Found> {
  try {
    const found = await work();
    return () => found;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
