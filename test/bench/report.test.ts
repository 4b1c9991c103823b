import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  BENCH,
  type BenchArguments,
  benchArguments,
  PARTS,
} from "../../scripts/bench/arguments.ts";
import { withSection } from "../../scripts/bench/report/document.ts";
import { markdownTable, resultTable } from "../../scripts/bench/report/table.ts";
import type { Typed } from "../../scripts/command-line/command-line.ts";
import { readTyped } from "../../scripts/command-line/read-typed.ts";

function asked(args: string[]): BenchArguments {
  return benchArguments(readTyped(BENCH, args, {}) as Typed);
}

describe("the report of the bench", () => {
  test("says of each figure what was measured, what is to reach and whether it is reached", () => {
    const table = resultTable(
      [
        { figure: "importMemory", of: "", value: 199.6, behind: "why" },
        { figure: "keptNode", of: "lists", value: 0.9, behind: "" },
        { figure: "keptNode", of: "statements", value: 0.95, behind: "" },
      ],
      10_000,
    );
    assert.match(
      table,
      /\| peak memory of the import \| 200 MB \| at most 200 MB \| yes \| why \|/,
    );
    assert.match(table, /: lists \| 0.90 times \| at least 0.95 times \| \*\*no\*\* \|/);
    assert.match(table, /: statements \| 0.95 times \| at least 0.95 times \| yes \|/);
  });

  test("asks of a larger archive what was promised for it", () => {
    const results = [{ figure: "importMemory", of: "", value: 250, behind: "" }] as const;
    assert.match(resultTable([...results], 10_000), /\*\*no\*\*/);
    assert.match(resultTable([...results], 100_000), /at most 300 MB \| yes/);
  });

  test("keeps a bar within its cell", () => {
    assert.equal(markdownTable(["a"], [["x | y"]]), "| a |\n| --- |\n| x \\| y |");
  });

  test("replaces a part of one size and leaves all others", () => {
    const section = (size: number, part: string, text: string) => ({
      size,
      part,
      text,
      order: PARTS,
    });
    let document = withSection("", section(100_000, "import", "old"));
    document = withSection(document, section(10_000, "start", "small start"));
    document = withSection(document, section(10_000, "import", "small import"));
    document = withSection(document, section(100_000, "import", "new"));
    const lines = document
      .split("\n")
      .filter((line) => line !== "")
      .slice(-8);
    assert.deepEqual(lines, [
      "## 10,000 statements",
      "### import",
      "small import",
      "### start",
      "small start",
      "## 100,000 statements",
      "### import",
      "new",
    ]);
  });

  test("is asked for on the command line, and says what it expected", () => {
    const { statements, parts, rounds, keep } = asked([]);
    assert.deepEqual(
      { statements, parts, rounds, keep },
      { statements: 10_000, parts: [...PARTS], rounds: 9, keep: false },
    );
    assert.deepEqual(asked(["--only", "start,import"]).parts, ["import", "start"]);
    assert.throws(
      () => asked(["--only", "imports"]),
      /--only: expected some of import, .*"imports"/,
    );
    assert.throws(() => asked(["--statements", "ten"]), /--statements: expected a whole number/);
    assert.equal(asked(["--only", "search", "--archive", "a.db"]).archive, "a.db");
    assert.throws(() => asked(["--archive", "a.db"]), /--archive: expected --only without/);
  });
});
