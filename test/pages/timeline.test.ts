import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { timeline, timelineUnit } from "../../src/pages/timeline.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import type { PeriodCount } from "../../src/store/store.ts";

const span = (first: string, last: string) => ({ first: first as IsoDate, last: last as IsoDate });

function drawn(first: string, last: string, counts: PeriodCount[]) {
  const made = timeline(span(first, last), counts);
  assert.ok(made);
  return made;
}

function counts(...pairs: [period: string, count: number][]): PeriodCount[] {
  return pairs.map(([period, count]) => ({ period, count }));
}

/** First and last day → the unit to ask the store for, the wide unit with its rows, and the phone's label. */
const spans: [
  first: string,
  last: string,
  ask: string,
  unit: string,
  rows: number,
  small: RegExp,
][] = [
  ["2023-02-22", "2023-02-22", "month", "Month", 12, /by quarter, January 2023 to December 2023/],
  ["2022-12-12", "2023-12-07", "month", "Month", 13, /by quarter, October 2022 to December 2023/],
  ["2022-12-31", "2023-01-01", "month", "Month", 2, /by month, December 2022 to January 2023/],
  ["2020-01-01", "2023-12-31", "month", "Month", 48, /by year, 2020 to 2023/],
  ["2020-01-01", "2024-01-01", "year", "Year", 5, /by year, 2020 to 2024/],
  ["1976-01-01", "2023-12-31", "year", "Year", 48, /by decade, 1970 to 2029/],
  ["1975-12-31", "2023-12-31", "year", "Decade", 6, /by decade, 1970 to 2029/],
  ["1789-07-14", "2023-12-31", "year", "Decade", 25, /by century, 1700 to 2099/],
  ["1789-07-14", "9999-12-31", "year", "Millennium", 9, /by millennium, 1000 to 9999/],
  ["0001-01-01", "9999-12-31", "year", "Millennium", 10, /by millennium, AD 1 to 9999/],
];

describe("a timeline", () => {
  for (const [first, last, ask, unit, rows, small] of spans) {
    it(`from ${first} to ${last} has ${rows} bars at most, each a ${unit.toLowerCase()}`, () => {
      const period = ask === "month" ? first.slice(0, 7) : first.slice(0, 4);
      const made = drawn(first, last, counts([period, 1]));
      assert.equal(timelineUnit(span(first, last)), ask);
      assert.equal(made.table.heading, unit);
      assert.equal(made.table.rows.length, rows);
      assert.match(made.small.label, small);
    });
  }

  it("of an empty archive is none", () => {
    assert.equal(timeline({ first: null, last: null }, []), null);
    assert.equal(timelineUnit({ first: null, last: null }), "month");
  });

  it("links each bar to its month, its year or the list of its span", () => {
    const months = drawn("2022-12-12", "2023-12-07", counts(["2022-12", 4], ["2023-09", 7]));
    assert.deepEqual(
      months.wide.bars.map(({ href, label }) => [href, label]),
      [
        ["/2022/12", "December 2022: 4 statements"],
        ["/2023/09", "September 2023: 7 statements"],
      ],
    );
    assert.deepEqual(
      months.small.bars.map(({ href, label }) => [href, label]),
      [
        ["/statements?from=2022-10&to=2022-12", "October to December 2022: 4 statements"],
        ["/statements?from=2023-07&to=2023-09", "July to September 2023: 7 statements"],
      ],
    );
    const ages = drawn("0001-01-01", "9999-12-31", counts(["0001", 1], ["9999", 1]));
    assert.deepEqual(
      ages.wide.bars.map(({ href, label }) => [href, label]),
      [
        ["/statements?from=0001&to=0999", "AD 1 to AD 999: 1 statement"],
        ["/statements?from=9000&to=9999", "9000 to 9999: 1 statement"],
      ],
    );
    const years = drawn("2001-01-01", "2009-12-31", counts(["2003", 1200]));
    assert.deepEqual(years.wide.bars[0]?.href, "/2003");
    assert.deepEqual(years.wide.bars[0]?.label, "2003: 1,200 statements");
  });

  it("adds up what falls into one bar, and says nothing where nothing is", () => {
    const made = drawn("1789-07-14", "2023-12-31", counts(["1789", 2], ["1790", 3], ["1799", 4]));
    assert.deepEqual(
      made.table.rows.slice(0, 3).map(({ name, href, count }) => [name, href, count]),
      [
        ["1780 to 1789", "/statements?from=1780&to=1789", "2"],
        ["1790 to 1799", "/statements?from=1790&to=1799", "7"],
        ["1800 to 1809", null, "0"],
      ],
    );
    assert.equal(made.wide.bars.length, 2);
  });

  it("draws the most statements tallest, and one of very many still to be seen", () => {
    const made = drawn("2023-01-01", "2023-12-31", counts(["2023-01", 100_000], ["2023-02", 1]));
    assert.deepEqual(
      made.wide.bars.map(({ top }) => top),
      [18, 93],
    );
  });

  it("keeps 24 pixels for each bar at 320 pixels", () => {
    for (const [first, last] of spans) {
      const { small } = drawn(first, last, counts([first.slice(0, 7), 1]));
      assert.ok(Number.parseFloat(small.bars[0]?.reachWidth ?? "0") * 2.7 >= 24);
    }
  });

  it("labels what has room, and each year once", () => {
    const texts = (from: string, to: string) =>
      drawn(from, to, counts([from.slice(0, 7), 1])).wide.texts.map(({ text }) => text);
    assert.deepEqual(texts("2022-11-30", "2023-02-01"), [
      "1",
      "Nov",
      "Dec",
      "Jan",
      "Feb",
      "2022",
      "2023",
    ]);
    const four = texts("2020-01-01", "2023-12-31");
    assert.deepEqual(four.slice(0, 5), ["Jan", "Apr", "Jul", "Oct", "Jan"]);
    assert.deepEqual(four.slice(-4), ["2020", "2021", "2022", "2023"]);
  });
});
