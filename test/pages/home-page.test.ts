import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainSentence } from "../../src/pages/sentence.ts";
import { yearIndex } from "../../src/pages/year-index.ts";
import { SUMMARY } from "../support/example-date-models.ts";
import { EMPTY_SUMMARY, exampleHomePage } from "../support/example-models.ts";

const yearsOf = (first: number, count: number, step = 1) =>
  Array.from({ length: count }, (_, index) => ({
    period: String(first + index * step).padStart(4, "0"),
    count: 2,
  }));

describe("the home page", () => {
  it("opens with what the archive holds, from when to when", () => {
    const page = exampleHomePage();
    const opening = `${page.siteTitle}${plainSentence(page.span)} – ${page.promise}`;
    assert.match(opening, /^Dateline, 3 November 2022 to 9 March 2024 – 4 statements, each under/);
    assert.equal(page.layout.title, "Dateline: 4 statements, 3 November 2022 to 9 March 2024");
    assert.deepEqual(page.more, { text: "All 4 statements", href: "/statements" });
  });

  it("names one day once", () => {
    const page = exampleHomePage({ ...SUMMARY, total: 1, last: SUMMARY.first });
    assert.equal(plainSentence(page.span), ", 3 November 2022");
    assert.match(page.promise, /^1 statement, under its own date/);
  });

  it("of an empty archive has no list and no timeline, and says so", () => {
    const page = exampleHomePage(EMPTY_SUMMARY);
    assert.deepEqual([page.timeline, page.newest, page.span], [null, null, []]);
    assert.match(page.promise, /does not hold any yet/);
    assert.deepEqual(
      page.layout.nav.map(({ text }) => text),
      ["Statements", "About"],
    );
  });
});

describe("the years", () => {
  it("stand one by one, newest first, up to 16", () => {
    const { years, spans } = yearIndex(yearsOf(2008, 16));
    assert.equal(years.length, 16);
    assert.deepEqual(years[0], { text: "2023", href: "/2023", count: "2" });
    assert.deepEqual(spans, []);
  });

  it("stand in tens where they are more, each with its years inside", () => {
    const { years, spans } = yearIndex(yearsOf(1990, 34));
    assert.deepEqual(years, []);
    assert.deepEqual(
      spans.map(({ text, count, years: inside }) => [text, count, inside.length]),
      [
        ["2020 to 2029", "8", 4],
        ["2010 to 2019", "20", 10],
        ["2000 to 2009", "20", 10],
        ["1990 to 1999", "20", 10],
      ],
    );
  });

  it("stay a short list for ten thousand years", () => {
    const { spans } = yearIndex(yearsOf(1, 9999));
    assert.equal(spans.length, 10);
    assert.equal(spans.at(-1)?.href, "/statements?from=0001&to=0999");
    assert.ok(spans.every(({ years }) => years.length === 0));
  });
});
