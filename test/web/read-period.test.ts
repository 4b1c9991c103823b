import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isFault, readPeriod } from "../../src/web/read-period.ts";

const accepted = [
  "2023",
  "2023-01",
  "2023-01-27",
  "0001",
  "9999-12-31",
  "2024-02-29",
  " 2023 ",
  "\t2023-01\n",
];

/** Typed → what is offered, likeliest first, and a part of the problem. */
const refused: [typed: string, likely: string[], problem: RegExp][] = [
  ["2023-02-30", ["2023-02-28", "2023-02", "2023-03-01"], /no 30 February 2023: .* has 28 days/],
  ["2023-02-29", ["2023-02-28", "2023-02", "2023-03-01"], /28 days/],
  ["2024-02-30", ["2024-02-29", "2024-02", "2024-03-01"], /29 days/],
  ["2023-04-31", ["2023-04-30", "2023-04", "2023-05-01"], /30 days/],
  ["2023-12-32", ["2023-12-31", "2023-12", "2024-01-01"], /31 days/],
  ["9999-12-32", ["9999-12-31", "9999-12"], /31 days/],
  ["2023-01-00", ["2023-01-01", "2023-01"], /no 0 January 2023/],
  ["2023-13", ["2023"], /no month 13/],
  ["2023-00", ["2023"], /no month 00/],
  ["2023-27-01", ["2023-01-27", "2023"], /no month 27/],
  ["0000", [], /no year 0000/],
  ["0000-01-01", [], /no year 0000/],
  ["2023-1-7", ["2023-01-07"], /not how dates are written/],
  ["2023-1", ["2023-01"], /not how dates are written/],
  ["2023/01/07", ["2023-01-07"], /not how dates are written/],
  ["2023–01–07", ["2023-01-07"], /not how dates are written/],
  ["２０２３-01", ["2023-01"], /not how dates are written/],
  ["20230107", ["2023-01-07"], /not how dates are written/],
  ["202301", ["2023-01"], /not how dates are written/],
  ["2023-01-27T10:00:00Z", ["2023-01-27"], /not how dates are written/],
  ["01/02/2023", ["2023-02-01", "2023-01-02"], /not how dates are written/],
  ["02/02/2023", ["2023-02-02"], /not how dates are written/],
  ["27/01/2023", ["2023-01-27"], /not how dates are written/],
  ["01/27/2023", ["2023-01-27"], /not how dates are written/],
  ["27.1.2023", ["2023-01-27"], /not how dates are written/],
  ["30/02/2023", ["2023-02-28", "2023-02", "2023-03-01"], /no 30 February 2023/],
  ["1/2023", ["2023-01"], /not how dates are written/],
  ["January 2023", ["2023-01"], /not how dates are written/],
  ["Sept. 2023", ["2023-09"], /not how dates are written/],
  ["27 January 2023", ["2023-01-27"], /not how dates are written/],
  ["27th of january 2023", ["2023-01-27"], /not how dates are written/],
  ["January 27, 2023", ["2023-01-27"], /not how dates are written/],
  ["Friday, 27 January 2023", ["2023-01-27"], /not how dates are written/],
  ["30 February 2023", ["2023-02-28", "2023-02", "2023-03-01"], /no 30 February/],
  ["yesterday", [], /“yesterday” is not a date/],
  ["23", [], /not a date/],
  ["-2023", [], /not a date/],
  ["20233", [], /not a date/],
  ["2023-01-27-01", [], /not a date/],
  ["2023\0", [], /not a date/],
];

describe("a typed date", () => {
  for (const typed of accepted) {
    it(`is taken as ${JSON.stringify(typed)}`, () => {
      const read = readPeriod(typed);
      assert.ok(!isFault(read));
      assert.equal(read.written, typed.trim());
    });
  }

  for (const [typed, likely, problem] of refused) {
    it(`is refused as ${JSON.stringify(typed)}, offering ${likely.join(", ") || "nothing"}`, () => {
      const read = readPeriod(typed);
      assert.ok(isFault(read));
      assert.match(`${read.title}: ${read.reason}`, problem);
      assert.deepEqual(
        read.likely.map((period) => period.written),
        likely,
      );
    });
  }
});
