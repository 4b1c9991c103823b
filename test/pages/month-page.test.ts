import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type MonthRequest, monthPage, monthsToCount } from "../../src/pages/month-page.ts";
import {
  exampleMonthPage,
  foundOf,
  NEAREST,
  periodOf,
  SITE,
  STATEMENTS,
  SUMMARY,
} from "../support/example-date-models.ts";

function monthOf(written: string, changes: Partial<MonthRequest> = {}) {
  return monthPage(SITE, {
    summary: SUMMARY,
    period: periodOf(written),
    days: [],
    nearest: NEAREST,
    months: [],
    found: foundOf([]),
    after: null,
    ...changes,
  });
}

describe("a month", () => {
  it("lists its statements under their days, oldest first", () => {
    const { found, counted } = exampleMonthPage();
    assert.equal(counted, "3 statements on 2 days");
    assert.deepEqual(
      found.days.map(({ leaf, statements }) => [leaf.isoDate, leaf.weekday, statements.length]),
      [
        ["2023-01-27", "Friday", 2],
        ["2023-01-31", "Tuesday", 1],
      ],
    );
  });

  it("stands among the months of its year, with their counts", () => {
    const { rail } = exampleMonthPage();
    assert.equal(rail.length, 12);
    assert.deepEqual(rail[0], {
      href: "/2023/01",
      name: "January",
      figure: "3",
      current: true,
    });
    assert.deepEqual(rail[11], {
      href: "/2023/12",
      name: "December",
      figure: "0",
      current: false,
    });
  });

  it("has the nearest months with statements beside it", () => {
    const { near, layout } = exampleMonthPage();
    assert.deepEqual(
      [near.earlier?.href, near.earlier?.longDate, near.earlier?.text],
      ["/2022/11", "November 2022", "1 statement"],
    );
    assert.equal(near.later?.href, "/2024/03");
    assert.deepEqual([layout.previous, layout.next], ["/2022/11", "/2024/03"]);
  });

  it("without statements has the nearest days beside it", () => {
    const { near, empty, counted } = monthOf("2023-06");
    assert.deepEqual([near.earlier?.href, near.later?.href], ["/2022/11/03", "/2024/03/09"]);
    assert.equal(counted, null);
    assert.match(String(empty), /holds no statement of June 2023\.$/);
  });

  it("keeps its further pages under its own address", () => {
    const found = foundOf(STATEMENTS, {
      total: 120,
      next: { after: "2023-01-31.50" },
      previous: { after: null },
    });
    const { pager, layout } = monthOf("2023-01", { found, after: "2023-01-27.50" });
    assert.deepEqual(pager, { previous: "/2023/01", next: "/2023/01?after=2023-01-31.50" });
    assert.deepEqual([layout.previous, layout.next], [pager?.previous, pager?.next]);
    assert.equal(layout.canonical, "https://archive.example/2023/01?after=2023-01-27.50");
    assert.equal(exampleMonthPage().pager, null);
  });

  for (const [written, nearest, from, to] of [
    ["2023-01", NEAREST, "2022-11-01", "2024-03-31"],
    ["2023-01", { before: null, after: null }, "2023-01-01", "2023-12-31"],
    ["0001-01", { before: null, after: null }, "0001-01-01", "0001-12-31"],
    [
      "9999-12",
      { before: { period: "9999-02-03", count: 1 }, after: null },
      "9999-01-01",
      "9999-12-31",
    ],
  ] as const) {
    it(`asks for the counts from ${from} to ${to} around ${written}`, () => {
      assert.deepEqual(monthsToCount(periodOf(written), nearest), { from, to });
    });
  }
});
