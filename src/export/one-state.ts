import { DatelineError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import type { ExportRecord } from "./export-record.ts";

/** So often it begins anew where the archive changes meanwhile. */
const MOST_PASSES = 5;

/**
 * Has `write` run until the archive is the same from its beginning to its end; `stillSame` tells it whether that holds so far. Throws
 * `unavailable` where the archive changes each time.
 */
export async function inOneState<Result>(
  store: Store,
  record: ExportRecord,
  write: (stillSame: () => boolean) => Promise<Result>,
): Promise<Result> {
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    // The archive has a state once it has been read.
    await store.summary();
    const state = store.state();
    const stillSame = () => state === store.state();
    const result = await unlessChanged(() => write(stillSame), stillSame);
    if (result !== null) return result;
    record.startOver();
  }
  const message = `The archive changed ${MOST_PASSES} times while it was exported. Export it again when nothing is being imported.`;
  throw new DatelineError("unavailable", message);
}

/** `null` where the archive changed, which may have made `write` fail. */
async function unlessChanged<Result>(
  write: () => Promise<Result>,
  stillSame: () => boolean,
): Promise<Result | null> {
  try {
    const result = await write();
    return stillSame() ? result : null;
  } catch (error) {
    if (stillSame()) throw error;
    return null;
  }
}
