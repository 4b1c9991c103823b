import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayPage } from "../../src/pages/day-page.ts";
import {
  exampleDayPage,
  foundOf,
  NEAREST,
  periodOf,
  SITE,
  STATEMENTS,
  SUMMARY,
} from "../support/example-date-models.ts";

describe("a day", () => {
  it("names its weekday and lists its statements in the order of their files", () => {
    const { leaf, counted, found } = exampleDayPage();
    assert.deepEqual([leaf.day, leaf.monthAndYear, leaf.weekday], ["27", "January 2023", "Friday"]);
    assert.equal(counted, "2 statements");
    assert.deepEqual(
      found.statements.map(({ headline }) => headline),
      ["The river bridge opens again", "A second notice"],
    );
  });

  it("links its month, whose calendar marks it", () => {
    const { month, layout } = exampleDayPage();
    assert.deepEqual([month.href, month.text], ["/2023/01", "All of January 2023"]);
    const marked = month.calendar.weeks.flat().filter((day) => day?.current);
    assert.deepEqual(
      marked.map((day) => day?.link?.label),
      ["27, 2 statements"],
    );
    assert.deepEqual(
      layout.head?.date?.parts.map(({ text, href }) => [text, href]),
      [
        ["January", "/2023/01"],
        ["2023", "/2023"],
      ],
    );
  });

  it("without statements says so and names the nearest days", () => {
    const { empty, counted, near } = dayPage(SITE, {
      summary: SUMMARY,
      period: periodOf("2023-01-05"),
      days: [],
      nearest: NEAREST,
      found: foundOf([]),
      after: null,
    });
    assert.match(String(empty), /holds no statement of 5 January 2023\.$/);
    assert.equal(counted, null);
    assert.deepEqual(
      [near.earlier?.longDate, near.later?.longDate],
      ["3 November 2022", "9 March 2024"],
    );
  });

  it("of many statements keeps its pages under its own address", () => {
    const { counted, pager } = dayPage(SITE, {
      summary: SUMMARY,
      period: periodOf("2023-01-27"),
      days: [],
      nearest: NEAREST,
      found: foundOf(STATEMENTS.slice(0, 2), { total: 400, next: { after: "2023-01-27.50" } }),
      after: null,
    });
    assert.equal(counted, "400 statements");
    assert.deepEqual(pager, { previous: null, next: "/2023/01/27?after=2023-01-27.50" });
  });
});
