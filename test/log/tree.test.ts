import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isConsistent, rootByInclusion } from "../../src/log/check-proofs.ts";
import { leafHash, nodeHash, rootOf } from "../../src/log/tree-hash.ts";
import {
  consistencyPath,
  inclusionPath,
  type ReadHashes,
  treeRoot,
} from "../../src/log/tree-proofs.ts";

/** The eight leaves on which implementations of Certificate Transparency are tried, and the roots of the first 0 to 8. */
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => leafHash(Buffer.from(hex, "hex")));

const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const G = ROOTS[4] as string;

/** Tiles of leaves that are all in memory. */
function reading(leaves: readonly Buffer[]): ReadHashes {
  const levels = [leaves];
  while ((levels.at(-1)?.length ?? 0) >= 256) {
    const below = levels.at(-1) as Buffer[];
    const full = Math.floor(below.length / 256);
    levels.push(
      Array.from({ length: full }, (_, at) => rootOf(below.slice(at * 256, at * 256 + 256))),
    );
  }
  return async (level, from, to) => {
    assert.ok(to - from <= 256, `${to - from} hashes at once`);
    return [...(levels[level] ?? []).slice(from, to)];
  };
}

/** RFC 6962, 2.1, word for word. */
function slowRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash("sha256").digest();
  if (leaves.length === 1) return leaves[0] as Buffer;
  let power = 1;
  while (power * 2 < leaves.length) power *= 2;
  return nodeHash(slowRoot(leaves.slice(0, power)), slowRoot(leaves.slice(power)));
}

const hexOf = (hashes: Buffer[]) => hashes.map((hash) => hash.toString("hex"));

const made = (count: number) =>
  Array.from({ length: count }, (_, at) => leafHash(Buffer.from(String(at))));

/** Around every edge of a tile. */
const SIZES = [1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1000, 65_535, 65_536, 65_537, 65_900];

describe("the tree of the log", () => {
  it("has the roots of the reference's leaves", async () => {
    for (const [size, root] of ROOTS.entries()) {
      assert.equal(rootOf(LEAVES.slice(0, size)).toString("hex"), root);
      assert.equal((await treeRoot(reading(LEAVES), size)).toString("hex"), root);
    }
  });

  it("gives the paths of the reference", async () => {
    const read = reading(LEAVES);
    assert.deepEqual(hexOf(await inclusionPath(read, 0, 8)), [A, B, C]);
    assert.deepEqual(hexOf(await inclusionPath(read, 5, 8)), [D, E, G]);
    assert.deepEqual(hexOf(await inclusionPath(read, 0, 1)), []);
    assert.deepEqual(hexOf(await consistencyPath(read, 1, 8)), [A, B, C]);
    assert.deepEqual(hexOf(await consistencyPath(read, 6, 8)), [F, E, G]);
    assert.deepEqual(hexOf(await consistencyPath(read, 8, 8)), []);
  });

  it("has the root of the standard's own words at any size", async () => {
    const leaves = made(65_900);
    for (const size of SIZES) {
      const slow = slowRoot(leaves.slice(0, size));
      assert.ok((await treeRoot(reading(leaves), size)).equals(slow), String(size));
    }
  });

  it("leads from every entry to the root, and from no other", async () => {
    const leaves = made(65_900);
    const read = reading(leaves);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SIZES), fc.nat(), fc.nat(), async (size, a, b) => {
        const index = a % size;
        const other = b % size;
        const root = await treeRoot(read, size);
        const path = await inclusionPath(read, index, size);
        const leaf = leaves[index] as Buffer;
        assert.ok(rootByInclusion(leaf, index, size, path)?.equals(root));
        if (other !== index)
          assert.ok(!rootByInclusion(leaf, other, size, path)?.equals(root), "another index");
        if (path.length === 0) return;
        assert.equal(rootByInclusion(leaf, index, size, path.slice(1)), null);
        assert.equal(rootByInclusion(leaf, index, size, [...path, root]), null);
      }),
      { numRuns: 60 },
    );
  });

  it("shows that it extends every earlier one, and no other", async () => {
    const leaves = made(65_900);
    const read = reading(leaves);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SIZES), fc.nat(), async (size, a) => {
        const earlier = { size: a % (size + 1), root: await treeRoot(read, a % (size + 1)) };
        const later = { size, root: await treeRoot(read, size) };
        const path = await consistencyPath(read, earlier.size, size);
        assert.ok(isConsistent(earlier, later, path));
        const other = { ...earlier, root: leafHash(earlier.root) };
        assert.ok(!isConsistent(other, later, path), "another earlier root");
        const grown = { ...later, root: leafHash(later.root) };
        if (earlier.size > 0) assert.ok(!isConsistent(earlier, grown, path), "another later root");
        assert.ok(!isConsistent(earlier, later, [...path, later.root]), "a longer path");
        assert.ok(!isConsistent({ ...earlier, size: size + 1 }, later, path), "a larger tree");
      }),
      { numRuns: 60 },
    );
  });
});
