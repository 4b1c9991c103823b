import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nearlyAllDerived, statementDays, statementLine } from "../../src/pages/statement-line.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import { summaryOf } from "../support/example-date-models.ts";

const list = (derived: number, own: number) =>
  Array.from({ length: derived + own }, (_, index) =>
    summaryOf({ headlineDerived: index < derived }),
  );

const shares: [derived: number, own: number, nearlyAll: boolean][] = [
  [0, 0, false],
  [1, 0, false],
  [2, 0, true],
  [3, 1, false],
  [4, 1, true],
  [7, 2, false],
  [8, 2, true],
];

describe("a list of statements", () => {
  for (const [derived, own, nearlyAll] of shares) {
    it(`with ${derived} derived headlines and ${own} own titles says it ${nearlyAll ? "once" : "each time"}`, () => {
      assert.equal(nearlyAllDerived(list(derived, own)), nearlyAll);
    });
  }

  it("marks the derived headlines where they are some", () => {
    const { note, days } = statementDays(list(1, 1));
    assert.equal(note, null);
    assert.deepEqual(
      days[0]?.statements.map(({ mark }) => mark),
      ["from the first sentence", null],
    );
  });

  it("says it at the head and marks the exceptions where they are nearly all", () => {
    const { note, days } = statementDays(list(4, 1));
    assert.match(note ?? "", /first sentences, .* own title is marked/);
    assert.deepEqual(
      days[0]?.statements.map(({ mark }) => mark),
      [null, null, null, null, "its own title"],
    );
  });

  it("speaks of no exceptions where there are none", () => {
    assert.equal(
      statementDays(list(2, 0)).note,
      "Headlines are first sentences, shortened where they are long.",
    );
  });

  it("hangs the statements of a day under one leaf", () => {
    const dates = ["2023-02-22", "2023-02-22", "2023-01-27"] as IsoDate[];
    const { days } = statementDays(dates.map((date) => summaryOf({ date })));
    assert.deepEqual(
      days.map(({ leaf, statements }) => [
        leaf.day,
        leaf.monthAndYear,
        leaf.weekday,
        leaf.href,
        statements.length,
      ]),
      [
        ["22", "February 2023", "Wednesday", "/2023/02/22", 2],
        ["27", "January 2023", "Friday", "/2023/01/27", 1],
      ],
    );
  });
});

describe("a statement in a list", () => {
  it("names place and agency as far as they are known", () => {
    const names = (place: string | null, agency: string | null) =>
      statementLine(summaryOf({ place, agency }), false).names;
    assert.deepEqual(names("Moscow", "Wire"), ["Moscow", "Wire"]);
    assert.deepEqual(names(null, "Wire"), ["Wire"]);
    assert.deepEqual(names(null, null), []);
  });

  it("runs as its language does", () => {
    const arabic = summaryOf({ language: "ar", headline: "اجتمع المجلس اليوم" });
    const { language, direction } = statementLine(arabic, false);
    assert.deepEqual([language, direction], ["ar", "rtl"]);
  });
});
