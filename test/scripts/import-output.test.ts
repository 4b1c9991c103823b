import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ImportProgress, progressLine } from "../../scripts/import-progress.ts";
import { importTable } from "../../scripts/import-table.ts";
import { addEntry, emptyReport } from "../../src/import/import-report.ts";

describe("the progress", () => {
  test("tells share, files, rate and time left within the terminal's width", () => {
    const line = progressLine({ stage: "reading", done: 1000, total: 4000 }, 2000, 100);
    assert.match(line, /25% Reading 1,000 of 4,000 files, 500 a second, 6 s left/);
    assert.match(line, /^\[#+-+\]/);
    for (const width of [1, 20, 40, 80]) {
      assert.ok(progressLine({ stage: "writing", done: 1, total: 3 }, 1, width).length <= width);
    }
  });

  test("says nothing of time before and after", () => {
    assert.doesNotMatch(
      progressLine({ stage: "reading", done: 0, total: 0 }, 0, 80),
      /left|NaN|Infinity/,
    );
    assert.doesNotMatch(progressLine({ stage: "reading", done: 5, total: 5 }, 10, 80), /left/);
  });

  function terminal(isTTY: boolean) {
    let written = "";
    let time = 0;
    const progress = new ImportProgress({
      isTTY,
      width: 60,
      write: (text) => {
        written += text;
      },
      now: () => {
        time += 50;
        return time;
      },
    });
    return { progress, written: () => written };
  }

  test("is for terminals only, but messages are for everybody", () => {
    const { progress, written } = terminal(false);
    progress.show({ stage: "reading", done: 1, total: 2 });
    progress.clear();
    assert.equal(written(), "");
    progress.say("Waiting.");
    assert.equal(written(), "Waiting.\n");
  });

  test("takes its line away in the end", () => {
    const { progress, written } = terminal(true);
    progress.show({ stage: "reading", done: 1, total: 2 });
    progress.show({ stage: "reading", done: 2, total: 2 });
    progress.clear();
    assert.match(written(), /\r {20,}\r$/);
  });
});

describe("the table", () => {
  const refused = (n: number) => ({
    file: `${n}.txt`,
    outcome: "refused" as const,
    id: null,
    permalink: null,
    date: null,
    reason: "why",
  });

  test("lists what needs attention, and says what it left out", () => {
    const entries = Array.from({ length: 25 }, (_, n) => refused(n));
    const missing = [{ file: "gone.txt", id: "x", permalink: "/2023/01/27/x" }];
    const warnings = [{ file: "1.txt", message: "odd" }];
    const report = { ...emptyReport(), warnings, missing };
    for (const entry of entries) addEntry(report, entry);
    const table = importTable(report, true);
    for (const part of [
      "refused    25",
      "Dry run",
      "  0.txt: why",
      "and 5 more; --json",
      "  1.txt: odd",
      "gone.txt",
    ]) {
      assert.ok(table.includes(part), `${part} in ${table}`);
    }
    assert.doesNotMatch(table, /20\.txt/);
  });
});
