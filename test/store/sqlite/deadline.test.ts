import assert from "node:assert/strict";
import { it } from "node:test";
import { startClock } from "../../../src/store/sqlite/search/deadline.ts";

it("a search that works too long is refused, but never before its first steps", (context) => {
  let now = 0;
  context.mock.method(performance, "now", () => now);
  const check = startClock();
  now = 10_000;
  for (let step = 1; step <= 8; step++) check();
  assert.throws(check, { code: "unavailable" });
  const inTime = startClock();
  for (let step = 1; step <= 100; step++) inTime();
});
