import type { ExportFolder } from "./export-folder.ts";

/** Files looked through at once. */
const BATCH = 500;

/** The files that earlier exports wrote and this one did not; they may be removed meanwhile. */
export function* leftIn({ record }: ExportFolder): Generator<string> {
  for (let after = ""; ; ) {
    const files = record.left(after, BATCH);
    yield* files;
    after = files.at(-1) ?? "";
    if (after === "") return;
  }
}
