import assert from "node:assert/strict";
import { it } from "node:test";
import type { Prepare } from "../../../src/store/sqlite/prepare.ts";
import { BitSet } from "../../../src/store/sqlite/search/bit-set.ts";
import { FoundSets } from "../../../src/store/sqlite/search/found-sets.ts";

const unasked: Prepare = () => assert.fail("nothing is to be asked of the archive");

it("what was found is remembered within its bytes, and what was asked for least lately goes first", () => {
  const sets = new FoundSets(unasked, 10_000);
  const found = BitSet.all(8_000);
  for (let number = 0; number < 100; number++) {
    sets.keep(`set ${number}`, found);
    if (number > 0) assert.equal(sets.known("set 0"), found);
  }
  const kept = Array.from({ length: 100 }, (_, number) => sets.known(`set ${number}`));
  assert.equal(kept.filter((set) => set !== undefined).length, 7);
  assert.deepEqual(kept.slice(94), Array(6).fill(found));
  sets.forget();
  assert.equal(sets.known("set 99"), undefined);
});

it("that nothing was found is remembered, too", () => {
  const sets = new FoundSets(unasked, 10_000);
  sets.keep("nothing", null);
  assert.equal(sets.known("nothing"), null);
});
