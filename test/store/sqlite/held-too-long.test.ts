import assert from "node:assert/strict";
import { it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { takeSnapshot } from "../../../src/store/sqlite/take-snapshot.ts";
import { openTestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES } from "../../support/example-files.ts";

it("a state of the archive is given up when it was held for too long", async () => {
  const archive = await openTestArchive(EXAMPLE_FILES);
  const snapshot = await takeSnapshot(archive.path, true, 1);
  let refusal: unknown = null;
  while (refusal === null) {
    await wait(5);
    await snapshot.summary().catch((error: unknown) => {
      refusal = error;
    });
  }
  assert.match(String(refusal), /held for 0 minutes at most/);
  await snapshot.close();
  await archive.close();
});

it("no snapshot is taken of an archive that is not there", async () => {
  await assert.rejects(takeSnapshot("/nowhere/archive.db", true), /cannot be opened/);
});
