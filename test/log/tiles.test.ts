import assert from "node:assert/strict";
import { it } from "node:test";
import { entryBundle, parseTileAddress, tileAddress } from "../../src/log/tiles.ts";

const ADDRESSES = [
  ["0/000", { level: 0, number: 0, width: 256 }],
  ["0/x001/x234/067", { level: 0, number: 1_234_067, width: 256 }],
  ["1/x001/000.p/17", { level: 1, number: 1000, width: 17 }],
  ["entries/273.p/112", { level: "entries", number: 273, width: 112 }],
] as const;

for (const [written, tile] of ADDRESSES) {
  it(`the tile ${written} has one address`, () => {
    assert.equal(tileAddress(tile), written);
    assert.deepEqual(parseTileAddress(written), tile);
  });
}

for (const written of [
  "",
  "0/0",
  "0/1000",
  "0/x000/000",
  "00/000",
  "64/000",
  "0/000.p/0",
  "0/000.p/256",
  "0/000.p/01",
  "0/x001/x234",
  "0/001/234",
  "leaves/000",
  `0/${"x999/".repeat(9)}999`,
]) {
  it(`${JSON.stringify(written)} is no tile's address`, () => {
    assert.equal(parseTileAddress(written), null);
  });
}

it("entries stand behind their lengths", () => {
  const bundle = entryBundle([Buffer.from("ab"), Buffer.alloc(258, "c")]);
  assert.equal(bundle.subarray(0, 6).toString("latin1"), "\0\x02ab\x01\x02");
  assert.equal(bundle.length, 2 + 2 + 2 + 258);
});
