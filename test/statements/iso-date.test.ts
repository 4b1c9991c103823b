import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  type IsoDate,
  isoDateOf,
  parseIsoDate,
  partsOf,
  weekdayOf,
} from "../../src/statements/iso-date.ts";

const DAY = 86_400_000;

describe("every day of the 400 years in which the calendar repeats", () => {
  // JavaScript's own calendar in UTC, counted in whole days: an oracle that shares no line with ours.
  const days = Array.from({ length: 146_097 }, (_, number) => Date.UTC(1823, 0, 1) + number * DAY);
  const written = days.map((instant) => new Date(instant).toISOString().slice(0, 10));

  test("is parsed, taken apart and put together to the same day", () => {
    for (const text of written) {
      const date = parseIsoDate(text);
      assert.equal(date, text);
      const { year, month, day } = partsOf(date as IsoDate);
      assert.equal(isoDateOf(year, month, day), text);
    }
  });

  test("follows the day before it", () => {
    let before = dayNumber(written[0] as IsoDate) - 1;
    for (const text of written) {
      const number = dayNumber(text as IsoDate);
      assert.equal(number, before + 1, text);
      assert.equal(dateOfDayNumber(number), text);
      before = number;
    }
  });

  test("has its weekday, Monday first", () => {
    for (const [index, text] of written.entries()) {
      const sundayFirst = new Date(days[index] ?? Number.NaN).getUTCDay();
      assert.equal(weekdayOf(text as IsoDate), (sundayFirst + 6) % 7, text);
    }
  });

  test("stands in the order of its letters", () => {
    assert.deepEqual(written.toSorted(), written);
  });
});

test("every month of the years 1 to 9999 has as many days as it has", () => {
  const oracle = new Date(0);
  for (let year = 1; year <= 9999; year++) {
    for (let month = 1; month <= 12; month++) {
      oracle.setUTCFullYear(year, month, 0);
      assert.equal(daysInMonth(year, month), oracle.getUTCDate(), `${year}-${month}`);
    }
  }
});

describe("a day that does not exist, or is written otherwise, is no day", () => {
  const refused = [
    ["2023-02-29", "no leap year"],
    ["1900-02-29", "a hundredth year is no leap year"],
    ["2023-02-30", "February never has thirty"],
    ["2023-04-31", "April has thirty"],
    ["2023-00-10", "no month"],
    ["2023-13-10", "a thirteenth month"],
    ["2023-01-00", "no day"],
    ["0000-01-01", "years begin with 1"],
    ["20230127", "the basic form"],
    ["2023-1-27", "one digit"],
    ["2023-01-27T00:00:00Z", "an instant"],
    [" 2023-01-27", "a space before"],
    ["2023-01-27\n", "a line break behind"],
    ["-2023-01-27", "a sign"],
    ["12023-01-27", "five digits of a year"],
    ["٢٠٢٣-٠١-٢٧", "digits that are not ASCII"],
    ["2023‑01‑27", "other hyphens"],
    ["", "nothing"],
  ] as const;
  for (const [text, why] of refused) {
    test(`${JSON.stringify(text)}: ${why}`, () => assert.equal(parseIsoDate(text), null));
  }

  test("real leap days are days", () => {
    for (const text of ["2024-02-29", "2000-02-29", "0004-02-29", "9996-02-29"]) {
      assert.equal(parseIsoDate(text), text);
    }
  });
});

describe("the ends of the calendar", () => {
  test("0001-01-01 and 9999-12-31 are days, and nothing lies beyond them", () => {
    assert.equal(addDays("0001-01-01" as IsoDate, -1), null);
    assert.equal(addDays("9999-12-31" as IsoDate, 1), null);
    assert.equal(addDays("9999-12-30" as IsoDate, 1), "9999-12-31");
    assert.equal(addDays("0001-01-02" as IsoDate, -1), "0001-01-01");
  });

  test("day 0 is 0000-03-01, so the first day of year 1 is 306", () => {
    assert.equal(dayNumber("0001-01-01" as IsoDate), 306);
    assert.equal(dateOfDayNumber(305), null);
  });

  test("adding days crosses months, years and leap days", () => {
    assert.equal(addDays("2024-02-28" as IsoDate, 1), "2024-02-29");
    assert.equal(addDays("2023-12-31" as IsoDate, 1), "2024-01-01");
    assert.equal(addDays("2024-03-01" as IsoDate, -366), "2023-03-01");
    assert.equal(addDays("2023-01-27" as IsoDate, 0), "2023-01-27");
  });
});
