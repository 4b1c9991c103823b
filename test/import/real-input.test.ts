import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ImportTrial, openImportTrial, type WholeReport } from "../support/import-trial.ts";
import { sharedTest } from "../support/shared.ts";

/** Imports the folder twice; the second run must find everything unchanged. */
async function importTwice(
  folder: string,
  options = {},
  look: (report: WholeReport, trial: ImportTrial) => Promise<void> | void,
): Promise<void> {
  const trial = await openImportTrial();
  try {
    const report = await trial.import(options, [folder]);
    const again = await trial.import(options, [folder]);
    assert.equal(again.unchanged, report.added + report.duplicate);
    assert.deepEqual([again.refused, again.skipped], [report.refused, report.skipped]);
    assert.deepEqual(
      again.entries.map(({ permalink }) => permalink),
      report.entries.map(({ permalink }) => permalink),
    );
    await look(report, trial);
  } finally {
    await trial.close();
  }
}

/** The table's rows: file, what is expected, what is fine as well, and the day. */
function tableOf(
  folder: string,
): { file: string; expect: string; alsoFine: string; date: string }[] {
  const lines = readFileSync(join(folder, "README.md"), "utf8").split("\n");
  const rows = lines.filter((line) => /^\| [a-z]+\/\d+/.test(line));
  return rows.map((row) => {
    const cells = row.split("|").map((cell) => cell.trim());
    const [, file = "", , expect = "", what = "", , alsoFine = ""] = cells;
    return { file, expect, alsoFine, date: what.split(", ")[1] ?? "" };
  });
}

sharedTest("nasty", "every difficult file is taken or refused as its table says", (folder) =>
  importTwice(folder, {}, ({ entries }) => {
    const table = tableOf(folder);
    assert.ok(table.length > 30);
    for (const { file, expect, alsoFine, date } of table) {
      const entry = entries.find((found) => found.file === file);
      const isTaken = entry?.outcome === "added" || entry?.outcome === "duplicate";
      const mayBeRefused =
        expect === "REJECT" || (expect === "EITHER" && alsoFine.startsWith("reject"));
      assert.ok(
        isTaken ? expect !== "REJECT" : mayBeRefused,
        `${file}: ${entry?.outcome}, ${expect}`,
      );
      if (isTaken) assert.equal(entry.date, date, file);
      else assert.match(entry?.reason ?? "", /^[^\n]{20,}$/, file);
    }
  }),
);

sharedTest("statements", "the two statements are headed as they should be", (folder) =>
  importTwice(folder, {}, async ({ entries }, trial) => {
    const [first, second] = await Promise.all(
      entries.map(({ id }) => trial.store.statement(id ?? "")),
    );
    assert.ok(first && "text" in first && second && "text" in second);
    assert.deepEqual([first.place, first.agency, first.date], [null, null, "2023-01-27"]);
    assert.deepEqual(
      [second.place, second.agency, second.date],
      ["Moscow", "RIA Novosti", "2023-02-22"],
    );
    assert.equal(first.headline, first.text.slice(0, first.text.indexOf(". ")));
    assert.ok(second.headline.endsWith("…") && second.headline.length <= 120);
    assert.ok(second.text.includes(`RIA Novosti. ${second.headline.slice(0, -1)}`));
  }),
);

/** Folder, options, and the counts: added, duplicate, refused, skipped. */
const CORPORA: [folder: string, options: object, counts: number[]][] = [
  ["corpora/kremlin-en", {}, [978, 0, 0, 0]],
  ["corpora/fomc", {}, [166, 0, 0, 0]],
  ["corpora/fomc-raw/data", { dateFromName: true }, [166, 0, 0, 1]],
  ["corpora/18f-blog/data", {}, [422, 0, 87, 0]],
  ["corpora/18f-blog/data", { dateFromName: true }, [509, 0, 0, 0]],
];

for (const [name, options, counts] of CORPORA) {
  const how = "dateFromName" in options ? " with the dates of its names" : "";
  sharedTest(name, `${name} is imported whole${how}`, (folder) =>
    importTwice(folder, options, ({ added, duplicate, refused, skipped, entries, warnings }) => {
      assert.deepEqual([added, duplicate, refused, skipped], counts);
      for (const { outcome, reason } of entries)
        if (outcome === "refused") assert.match(reason ?? "", /^no date/);
      const contradicted = warnings.filter(({ message }) =>
        message.startsWith("the file's name says"),
      );
      assert.equal(contradicted.length, name.includes("18f") && how ? 45 : 0);
    }),
  );
}
