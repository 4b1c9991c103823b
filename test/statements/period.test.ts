import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { monthPeriod, parseCalendarPeriod, yearPeriod } from "../../src/statements/period.ts";

const DAY = 86_400_000;

describe("a year, a month or a day means the whole of it, both ends included", () => {
  const table = [
    ["2023", "year", "2023-01-01", "2023-12-31"],
    ["0001", "year", "0001-01-01", "0001-12-31"],
    ["9999", "year", "9999-01-01", "9999-12-31"],
    ["2023-01", "month", "2023-01-01", "2023-01-31"],
    ["2023-02", "month", "2023-02-01", "2023-02-28"],
    ["2024-02", "month", "2024-02-01", "2024-02-29"],
    ["9999-12", "month", "9999-12-01", "9999-12-31"],
    ["2023-01-27", "day", "2023-01-27", "2023-01-27"],
    ["2024-02-29", "day", "2024-02-29", "2024-02-29"],
  ] as const;
  for (const [written, unit, first, last] of table) {
    test(`${written} is ${first} to ${last}`, () => {
      assert.deepEqual(parseCalendarPeriod(written), { written, unit, first, last });
    });
  }
});

describe("what is no year, month or day of the calendar is no period", () => {
  const refused = [
    "0000",
    "0000-01",
    "2023-00",
    "2023-13",
    "2023-02-30",
    "2023-02-29",
    "23",
    "202",
    "20230",
    "2023-1",
    "2023-1-1",
    "202301",
    "20230127",
    "2023/01",
    "2023-01-",
    "2023-",
    "-2023",
    "+2023",
    " 2023",
    "2023 ",
    "2023\n",
    "2023-01\n",
    "２０２３",
    "2023-W04",
    "2023-027",
    "now",
    "",
  ];
  for (const text of refused) {
    test(JSON.stringify(text), () => assert.equal(parseCalendarPeriod(text), null));
  }
});

test("the months of 400 years follow one another without a gap", () => {
  let last = Date.UTC(1822, 11, 31);
  for (let year = 1823; year < 2223; year++) {
    for (let month = 1; month <= 12; month++) {
      const period = monthPeriod(year, month);
      assert.ok(period);
      assert.equal(Date.parse(period.first), last + DAY, period.written);
      assert.deepEqual(parseCalendarPeriod(period.written), period);
      last = Date.parse(period.last);
    }
    const whole = yearPeriod(year);
    assert.equal(whole?.first, `${year}-01-01`);
    assert.equal(whole?.last, `${year}-12-31`);
  }
});

test("years and months beyond the calendar are no period", () => {
  assert.equal(yearPeriod(0), null);
  assert.equal(yearPeriod(10_000), null);
  assert.equal(monthPeriod(2023, 0), null);
  assert.equal(monthPeriod(2023, 13), null);
  assert.equal(monthPeriod(0, 12), null);
});
