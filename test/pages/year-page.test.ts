import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type YearRequest, yearPage } from "../../src/pages/year-page.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import {
  exampleYearPage,
  NEAREST,
  periodOf,
  SITE,
  SUMMARY,
} from "../support/example-date-models.ts";

function yearOf(written: string, changes: Partial<YearRequest> = {}) {
  const empty = { years: [], days: [], nearest: NEAREST };
  return yearPage(SITE, { summary: SUMMARY, period: periodOf(written), ...empty, ...changes });
}

describe("a year", () => {
  it("has twelve months, each with its own days and its count in words", () => {
    const { months } = exampleYearPage();
    assert.equal(months.length, 12);
    assert.deepEqual(
      months
        .slice(0, 2)
        .map(({ name, longName, href, counted }) => [name, longName, href, counted]),
      [
        ["January", "January 2023", "/2023/01", "3 statements"],
        ["February", "February 2023", "/2023/02", "no statements"],
      ],
    );
    const links = months.map(
      ({ calendar }) => calendar.weeks.flat().filter((day) => day?.link).length,
    );
    assert.deepEqual(links, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("links the whole year's list", () => {
    assert.deepEqual(exampleYearPage().all, {
      href: "/statements?from=2023&to=2023",
      text: "All 3 statements of 2023",
      onDays: "on 2 days",
    });
    const one = yearOf("2024", { days: [{ period: "2024-02-29", count: 1 }] });
    assert.deepEqual(one.all, {
      href: "/statements?from=2024&to=2024",
      text: "The one statement of 2024",
      onDays: "on 1 day",
    });
  });

  it("has the nearest years with statements beside it", () => {
    const years = ["1999", "2023", "2031"].map((period) => ({ period, count: 2 }));
    const { near, layout } = yearOf("2023", { years, days: [{ period: "2023-01-27", count: 2 }] });
    assert.deepEqual([near.earlier?.href, near.later?.href], ["/1999", "/2031"]);
    assert.deepEqual([layout.previous, layout.next], ["/1999", "/2031"]);
    assert.equal(near.earlier?.text, "2 statements");
  });

  it("without statements has the nearest days beside it, and no calendars", () => {
    const { near, months, all, empty } = yearOf("2023");
    assert.deepEqual([near.earlier?.href, near.later?.href], ["/2022/11/03", "/2024/03/09"]);
    assert.deepEqual([months, all], [[], null]);
    assert.equal(
      empty,
      "This archive, which runs from 3 November 2022 to 9 March 2024, holds no statement of 2023.",
    );
  });

  for (const [year, answer] of [
    ["2031", "2031 lies after this archive, which runs from 3 November 2022 to 9 March 2024."],
    ["0033", "AD 33 lies before this archive, which runs from 3 November 2022 to 9 March 2024."],
  ] as const) {
    it(`outside the archive says where that is: ${year}`, () => {
      assert.equal(yearOf(year).empty, answer);
    });
  }

  it("of an archive without statements says so", () => {
    const summary = { ...SUMMARY, total: 0, first: null, last: null };
    const nearest = { before: null, after: null };
    const { empty, near } = yearOf("2023", { summary, nearest });
    assert.equal(empty, "This archive holds no statements yet.");
    assert.deepEqual([near.earlier, near.later], [null, null]);
  });

  it("stands among twelve years at most, in order, and with itself", () => {
    const years = Array.from({ length: 30 }, (_, at) => ({ period: String(1990 + at), count: at }));
    for (const [year, first, last] of [
      ["1990", "1990", "2001"],
      ["2005", "1999", "2010"],
      ["2019", "2008", "2019"],
      ["2031", "2009", "2031"],
    ] as const) {
      const rail = yearOf(year, { years }).rail.map(({ name }) => name);
      assert.deepEqual([rail[0], rail.at(-1), rail.length], [first, last, 12]);
      assert.deepEqual(rail, rail.toSorted());
    }
    const alone = yearOf("2023").rail;
    assert.deepEqual(alone, [{ href: "/2023", name: "2023", figure: "0", current: true }]);
  });

  it("stands at both ends of time", () => {
    for (const written of ["0001", "9999"]) {
      const period = periodOf(written);
      const days = [{ period: period.first as string, count: 1 }];
      const page = yearOf(written, {
        days,
        summary: { ...SUMMARY, first: "0001-01-01" as IsoDate, last: "9999-12-31" as IsoDate },
        nearest: { before: null, after: null },
      });
      assert.equal(page.months.length, 12);
      assert.equal(page.months[0]?.calendar.weeks.flat().find((day) => day?.link)?.day, 1);
    }
  });
});
