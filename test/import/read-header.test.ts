import assert from "node:assert/strict";
import { test } from "node:test";
import { readHeader } from "../../src/import/read-header.ts";

/** What the file holds, the day and the text that come of it. */
const TAKEN: [file: string, date: string, text: string][] = [
  [" date 2023-01-27 The road is open.", "2023-01-27", "The road is open."],
  ["date 2023-01-27 The road is open.", "2023-01-27", "The road is open."],
  ["\n\n \tDATE: 2024-02-29\tThe road is open.\n\n\n", "2024-02-29", "The road is open."],
  ["Date:2023-01-27\n\n\nThe road\nis open.", "2023-01-27", "The road\nis open."],
  ["date\u00a02023-01-27\u3000道路已开放。", "2023-01-27", "道路已开放。"],
  ["date 2023-01-27T23:30:00-05:00 Open.", "2023-01-27", "Open."],
  ["date 2023-01-27T23:30Z\nOpen.", "2023-01-27", "Open."],
  ["date 2023-01-27 23:30 is the hour.", "2023-01-27", "23:30 is the hour."],
  ["date 2023-01-27   Three spaces.", "2023-01-27", "Three spaces."],
  ["date 2023-01-27     Four more.", "2023-01-27", "    Four more."],
  ["date 2023-01-27 \tA tab.", "2023-01-27", "\tA tab."],
  ["date 2023-01-27\n\n  Indented.\n", "2023-01-27", "  Indented."],
  ["date 2023-01-27 One.\n \nTwo.", "2023-01-27", "One.\n \nTwo."],
  ["date 9999-12-31 Far.", "9999-12-31", "Far."],
  ["date 2023-01-27 ---\ntitle: x\n---\n\nbody", "2023-01-27", "---\ntitle: x\n---\n\nbody"],
  [
    "date 2023-01-27 One.\ndate 2023-01-28 was agreed.",
    "2023-01-27",
    "One.\ndate 2023-01-28 was agreed.",
  ],
  [
    "date 2023-01-27 One.\n\nUpdated 2023-01-28 again.",
    "2023-01-27",
    "One.\n\nUpdated 2023-01-28 again.",
  ],
];

for (const [file, date, text] of TAKEN) {
  test(`${JSON.stringify(file)} is of ${date}`, () => {
    assert.deepEqual(readHeader(file, true), { date, text });
  });
}

/** What the file holds, and what the one-line reason must say. */
const REFUSED: [file: string, ...words: string[]][] = [
  ["date 2023-02-30 x", "line 1, column 6", "“2023-02-30”", "February 2023 has 28 days"],
  ["date 2023-13-01 x", "“2023-13-01”", "month 13"],
  ["date 0000-01-01 x", "year 0000", "0001 to 9999"],
  ["date -0001-01-01 x", "sign"],
  ["date 12023-01-01 x", "more than four digits"],
  [
    "\n date 02/03/2023 x",
    "line 2, column 7",
    "“02/03/2023”",
    "ambiguous",
    "2 March or 3 February",
  ],
  ["date 27/01/2023 x", "“27/01/2023”", "YYYY-MM-DD"],
  ["date 27.01.2023 x", "“27.01.2023”", "YYYY-MM-DD"],
  ["date 2023/01/27 x", "“2023/01/27”", "hyphens"],
  ["date 2023-1-7 x", "one digit"],
  ["date 2023-01 x", "month", "a day was expected"],
  ["date 2023 x", "year", "a day was expected"],
  ["date 20230127 x", "no hyphens"],
  ["date 2023-W04-5 x", "week"],
  ["date 2023-027 x", "day of the year"],
  ["date 2023‑01‑27 x", "hyphens"],
  ["date ２０２３－０１－２７ x", "digits than 0 to 9"],
  ["date ۲۰۲۳-۰۱-۲۷ x", "digits than 0 to 9"],
  ["date 2023-01-27The road", "white space", "put a space"],
  ["date 2023-01-27T25:99 x", "time"],
  ["date2023-01-27 x", "white space is missing before"],
  ["date January 27, 2023 x", "“January 27, 2023 x”", "YYYY-MM-DD"],
  ["date", "nothing", "YYYY-MM-DD"],
  ["date 2023-01-27", "no text"],
  ["date 2023-01-27 \u200b\n\n \t", "no text"],
  ["The statement of date 2020-11-09 was recalled.", "no header", "“The statement of date"],
  ["2023-01-27 The road", "no header"],
  ["---\ndate: 2023-01-27\n---\n\nx", "no header", "rename the file to .md"],
  ["date 2023-01-27 One.\n\n date 2023-01-27 Two.", "line 3, column 2", "second header"],
  ["date 2023-01-27 date 2023-01-28 Two.", "second header"],
  ["date 2023-01-27 One.\n \t\nDate: 2023-01-28\nTwo.", "line 3, column 1", "second header"],
  ["\u202edate 2023-01-27 x", "“\\u{202e}date 2023-01-27 x”"],
];

for (const [file, ...words] of REFUSED) {
  test(`${JSON.stringify(file)} is refused in one line that says why`, () => {
    const read = readHeader(file, true);
    assert.ok("refused" in read, "it was taken");
    for (const part of words) assert.ok(read.refused.includes(part), read.refused);
    assert.doesNotMatch(read.refused, /[\n\p{Cc}\p{Cf}]/u);
  });
}

test("a reason quotes no more than 40 characters of what came", () => {
  const read = readHeader(`${"x".repeat(10_000)} date`, true);
  assert.ok("refused" in read && read.refused.length < 250);
});

test("a text that needs no header keeps every word", () => {
  assert.deepEqual(readHeader("\n\n  Date of meeting: May.\n", false), {
    date: null,
    text: "  Date of meeting: May.",
  });
});

test("a wrong header is refused even where none is needed", () => {
  assert.ok("refused" in readHeader("date 02/03/2023 x", false));
});
