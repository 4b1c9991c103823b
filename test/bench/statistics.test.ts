import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { median, medianRatio, percentile } from "../../scripts/bench/measure/statistics.ts";

const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);

describe("the statistics", () => {
  test("take the nearest rank as a percentile", () => {
    const cases: [number[], number, number][] = [
      [hundred, 0.99, 99],
      [hundred, 0.5, 50],
      [hundred, 1, 100],
      [hundred, 0, 1],
      [[7], 0.99, 7],
      [[10, 9, 100], 0.99, 100],
    ];
    for (const [values, share, expected] of cases)
      assert.equal(percentile(values, share), expected);
  });

  test("take the middle, or the mean of two, as a median", () => {
    assert.equal(median([10, 9, 100]), 10);
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });

  test("compare round by round, so that a slow round disturbs no ratio", () => {
    assert.equal(medianRatio([2, 20, 2], [1, 10, 1]), 2);
    assert.throws(() => medianRatio([1], [1, 2]), /as many rounds/);
  });

  test("refuse to say anything of nothing", () => {
    assert.throws(() => percentile([], 0.5), /at least one value/);
  });
});
