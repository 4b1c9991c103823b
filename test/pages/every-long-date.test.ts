import assert from "node:assert/strict";
import { test } from "node:test";
import { longDate, weekdayName } from "../../src/pages/long-date.ts";
import { parseIsoDate } from "../../src/statements/iso-date.ts";

test("every day of 400 years is written out as the calendar has it, whatever the time zone", () => {
  const oracle = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });
  for (let number = 0; number < 146_097; number++) {
    const instant = new Date(Date.UTC(1823, 0, 1 + number));
    const date = parseIsoDate(instant.toISOString().slice(0, 10));
    assert.ok(date);
    const expected = oracle.format(instant).replace(",", "");
    assert.equal(`${weekdayName(date)} ${longDate(date)}`, expected);
  }
});
