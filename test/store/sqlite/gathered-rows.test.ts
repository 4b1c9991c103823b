import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { GatheredRows } from "../../../src/store/sqlite/search/gathered-rows.ts";

const texts = fc.array(fc.array(fc.constantFrom("a", "b", "c", "d", "__proto__")), {
  maxLength: 60,
});

it("each word has the rows that hold it, ascending, however often they do", () => {
  fc.assert(
    fc.property(texts, (rows) => {
      const gathered = new GatheredRows();
      for (const [at, words] of rows.entries()) gathered.add(3 * at, words);
      const all = new Set(rows.flat());
      assert.deepEqual([...gathered.words()].sort(), [...all].sort());
      assert.equal(gathered.size, all.size);
      for (const word of all) {
        const holding = rows.flatMap((words, at) => (words.includes(word) ? [3 * at] : []));
        assert.deepEqual([...gathered.rowsOf(word)], holding, word);
      }
    }),
  );
});

it("more rows than one piece of memory holds come back whole", () => {
  const gathered = new GatheredRows();
  for (let row = 0; row < 40_000; row++)
    gathered.add(row, row % 2 === 0 ? ["even", "all"] : ["all"]);
  assert.deepEqual(
    [...gathered.rowsOf("all")],
    Array.from({ length: 40_000 }, (_, row) => row),
  );
  assert.equal(gathered.rowsOf("even").at(-1), 39_998);
  assert.equal(gathered.rowsOf("none").length, 0);
});
