import assert from "node:assert/strict";
import { it } from "node:test";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import { LAST_PLACE, parsePosition, positionOf } from "../../src/statements/position.ts";

it("a position is read as it is written", () => {
  for (const place of [1, 10, LAST_PLACE]) {
    const date = "2023-01-27" as IsoDate;
    assert.deepEqual(parsePosition(positionOf(date, place)), { date, place });
  }
});

const MALFORMED = [
  "",
  "2023-01-27",
  "2023-01-27.",
  "2023-01-27.0",
  "2023-01-27.01",
  "2023-01-27.-1",
  "2023-01-27.1.1",
  "2023-01-27.1 ",
  "2023-01-27.1\n",
  "2023-02-30.1",
  "0000-01-01.1",
  "2023-01-27.16777216",
  "2023-01-27.1e3",
  "۲۰۲۳-01-27.1",
];

for (const text of MALFORMED) {
  it(`${JSON.stringify(text)} is no position`, () => assert.equal(parsePosition(text), null));
}
