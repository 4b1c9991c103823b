import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { BitSet } from "../../../src/store/sqlite/search/bit-set.ts";
import { packRows, rowsPacked, unpackRows } from "../../../src/store/sqlite/search/packed-rows.ts";

const rowSets = fc.oneof(
  fc.uniqueArray(fc.nat(300), { maxLength: 300 }),
  fc.uniqueArray(fc.nat(60_000), { maxLength: 40 }),
  fc.uniqueArray(fc.nat(3_000_000), { maxLength: 5 }),
);

function members(set: BitSet): number[] {
  return Array.from({ length: set.size }, (_, at) => at).filter((at) => set.has(at));
}

it("rows come back as they were packed, in no more bytes than either form takes", () => {
  fc.assert(
    fc.property(rowSets, (found) => {
      const rows = found.toSorted((a, b) => a - b);
      const packed = packRows(rows);
      assert.deepEqual(rowsPacked(packed), rows);
      assert.ok(packed.length <= 1 + Math.ceil(((rows.at(-1) ?? -1) + 1) / 8));
      assert.ok(packed.length <= 1 + 4 * rows.length);
    }),
  );
});

it("packed rows are read as a set of any size, which leaves out those behind it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), fc.nat(320), (found, size) => {
      const rows = found.toSorted((a, b) => a - b);
      const set = unpackRows(packRows(rows), size);
      const within = rows.filter((row) => row < size);
      assert.deepEqual([set.size, members(set), set.count()], [size, within, within.length]);
    }),
  );
});

it("a range of entries is added whole and alone", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (start, length, more) => {
      const end = start + length;
      const set = new BitSet(end + more);
      set.addRange(start, end);
      assert.deepEqual(
        members(set),
        Array.from({ length }, (_, at) => start + at),
      );
    }),
  );
});
