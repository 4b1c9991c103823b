import assert from "node:assert/strict";
import { rename } from "node:fs/promises";
import { it } from "node:test";
import { readQuery } from "../../../src/search/read-query.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { imported } from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

const ROAD = { query: readQuery("road").query, filter: EVERYTHING };
const SAID = [{ date: "2023-01-27", text: "The road is open." }];

it("a search that fails with its thread is refused, and the next has a thread of its own", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    await imported(store, SAID);
    await rename(path, `${path}.away`);
    await assert.rejects(store.total(ROAD), { code: "unavailable" });
    await rename(`${path}.away`, path);
    assert.equal(await store.total(ROAD), 1);
    await store.close();
  }));

it("searches that wait when the store is closed are answered, and later ones refused", () =>
  inFolder(async (folder) => {
    const store = await openStore(`${folder}/archive.db`, { readOnly: false });
    await imported(store, SAID);
    const asked = [store.total(ROAD), store.total(ROAD)];
    await store.close();
    assert.deepEqual(await Promise.all(asked), [1, 1]);
    await assert.rejects(store.total(ROAD), { code: "unavailable" });
  }));

it("more searches at once than may wait are refused rather than kept", () =>
  inFolder(async (folder) => {
    const store = await openStore(`${folder}/archive.db`, { readOnly: false });
    await imported(store, SAID);
    const asked = await Promise.allSettled(Array.from({ length: 400 }, () => store.total(ROAD)));
    const refused = asked.filter(({ status }) => status === "rejected");
    assert.ok(refused.length > 0 && refused.length < 400, `${refused.length} were refused`);
    await store.close();
  }));

it("a search sees what was imported just before it", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const reader = await openStore(path, { readOnly: true });
    for (let n = 1; n <= 5; n++) {
      await imported(store, [{ date: "2023-01-27", text: `The road is open again: ${n}.` }]);
      assert.equal(await reader.total(ROAD), n);
      assert.equal(await store.total(ROAD), n);
    }
    await reader.close();
    await store.close();
  }));
