import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { calendarOf } from "../../src/pages/calendar.ts";
import { daysInMonth, type IsoDate } from "../../src/statements/iso-date.ts";

/** Days before the first, weeks, days, days after the last. */
const LAYOUTS: [written: string, year: number, month: number, layout: number[]][] = [
  ["a month that begins on Monday", 2024, 1, [0, 5, 31, 4]],
  ["on Tuesday", 2024, 10, [1, 5, 31, 3]],
  ["on Wednesday", 2024, 5, [2, 5, 31, 2]],
  ["on Thursday", 2024, 8, [3, 5, 31, 1]],
  ["on Friday", 2024, 3, [4, 5, 31, 0]],
  ["on Saturday", 2024, 6, [5, 5, 30, 0]],
  ["on Sunday, over six weeks", 2024, 12, [6, 6, 31, 5]],
  ["February in a leap year", 2024, 2, [3, 5, 29, 3]],
  ["February in four whole weeks", 2021, 2, [0, 4, 28, 0]],
  ["February of a century that is no leap year", 1900, 2, [3, 5, 28, 4]],
  ["February of a century that is one", 2000, 2, [1, 5, 29, 5]],
  ["the first month of all", 1, 1, [0, 5, 31, 4]],
  ["the last month of all", 9999, 12, [2, 5, 31, 2]],
];

describe("a calendar", () => {
  for (const [name, year, month, layout] of LAYOUTS) {
    it(`lays out ${name}`, () => {
      const cells = calendarOf(year, month, []).weeks.flat();
      const before = cells.findIndex((cell) => cell !== null);
      const days = cells.filter((cell) => cell !== null).map((cell) => cell.day);
      assert.deepEqual(
        [before, cells.length / 7, days.length, cells.length - before - days.length],
        layout,
      );
      assert.deepEqual(
        days,
        Array.from({ length: daysInMonth(year, month) }, (_, at) => at + 1),
      );
    });
  }

  it("has seven days in each week, from Monday to Sunday", () => {
    const { weekdays, weeks } = calendarOf(2023, 1, []);
    assert.deepEqual(
      weekdays.map((weekday) => `${weekday.short} ${weekday.middling}`),
      ["Mo Mon", "Tu Tue", "We Wed", "Th Thu", "Fr Fri", "Sa Sat", "Su Sun"],
    );
    assert.ok(weeks.every((week) => week.length === 7));
  });

  it("links the days that have statements and no other", () => {
    const days = [
      { period: "2023-01-01", count: 1 },
      { period: "2023-01-27", count: 1400 },
      { period: "2023-02-03", count: 9 },
    ];
    const cells = calendarOf(2023, 1, days).weeks.flat();
    assert.deepEqual(
      cells.flatMap((cell) => (cell?.link ? [cell.link] : [])),
      [
        { href: "/2023/01/01", figure: "1", unit: "statement", label: "1, 1 statement" },
        {
          href: "/2023/01/27",
          figure: "1,400",
          unit: "statements",
          label: "27, 1,400 statements",
        },
      ],
    );
  });

  it("writes the addresses of early years in four digits", () => {
    const cells = calendarOf(33, 4, [{ period: "0033-04-03", count: 2 }]).weeks.flat();
    assert.equal(cells.find((cell) => cell?.link)?.link?.href, "/0033/04/03");
  });

  it("marks the day that the page is about", () => {
    const cells = calendarOf(2023, 1, [], "2023-01-27" as IsoDate).weeks.flat();
    assert.deepEqual(
      cells.filter((cell) => cell?.current).map((cell) => cell?.day),
      [27],
    );
  });
});
