import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { editDistance } from "../../src/pages/edit-distance.ts";
import { nearNames, sameName } from "../../src/pages/near-names.ts";

const distances: [one: string, other: string, distance: number][] = [
  ["", "", 0],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["wire", "wrie", 1],
  ["abc", "ca", 3],
  ["Ереван", "Ериван", 1],
  ["😀", "😁", 1],
];

const names = [
  "RIA Novosti",
  "Reuters",
  "TASS",
  "Agence France-Presse",
  "Associated Press",
  "Ölwerk",
].map((name, index) => ({ name, count: 10 - index }));

const wanted: [typed: string, near: string[]][] = [
  ["RIA Nowosti", ["RIA Novosti"]],
  ["ria", ["RIA Novosti"]],
  ["novosti", ["RIA Novosti"]],
  ["Rueters", ["Reuters"]],
  ["tas", ["TASS"]],
  ["press", ["Agence France-Presse", "Associated Press"]],
  ["olwerk", ["Ölwerk"]],
  ["Xinhua", []],
  ["", []],
  ["x".repeat(10_000), []],
];

describe("the distance between two names", () => {
  for (const [one, other, distance] of distances) {
    it(`is ${distance} from “${one}” to “${other}”`, () => {
      assert.equal(editDistance(one, other), distance);
      assert.equal(editDistance(other, one), distance);
    });
  }
});

describe("names near to one that the archive does not hold", () => {
  for (const [typed, near] of wanted) {
    it(`are ${near.join(", ") || "none"} for “${typed.slice(0, 20)}”`, () => {
      assert.deepEqual(
        nearNames(typed, names).map(({ name }) => name),
        near,
      );
    });
  }

  it("are five at most, commonest first where they are as near", () => {
    const alike = Array.from({ length: 9 }, (_, index) => ({
      name: `Wire ${index}`,
      count: index,
    }));
    assert.deepEqual(
      nearNames("Wire x", alike).map(({ count }) => count),
      [8, 7, 6, 5, 4],
    );
  });

  it("are compared as they are shown", () => {
    const languages = [{ name: "ar", count: 1 }];
    assert.equal(nearNames("Arabik", languages, () => "Arabic")[0]?.name, "ar");
  });
});

describe("a name", () => {
  it("is the same in any case", () => {
    assert.equal(sameName("ria NOVOSTI", names)?.name, "RIA Novosti");
    assert.equal(sameName("ria", names), null);
  });
});
