import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../scripts/faults/run-command.ts";
import { straceObstacle } from "../../scripts/faults/strace.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { debianTest } from "../support/debian.ts";
import { openImportTrial } from "../support/import-trial.ts";

/** Calls on the log, and the first words of the report, in their order. */
const CALLS = /^\d+ +(pwrite64|fsync|fdatasync)\(\d+<[^>]*-wal>|^\d+ +write\(1<[^>]*>, "(added)/;

debianTest(
  "strace",
  "an import is on the disk before it is reported, although a reader keeps the log from being emptied",
  async (context) => {
    const obstacle = straceObstacle();
    if (obstacle) return context.skip(obstacle);
    const trial = await openImportTrial();
    trial.write({ "1.txt": "date 2023-01-27 The bridge was opened at noon." });
    await trial.import();
    const reader = openDatabase(trial.database, { readonly: true });
    reader.exec("BEGIN");
    reader.prepare("SELECT total FROM archive").get();
    trial.write({ "2.txt": "date 2023-01-28 The bridge was closed again." });
    const log = join(trial.folder, "../calls");
    const prefix = ["strace", "-f", "-y", "-qqq", "-o", log];
    const { out } = await runCommand(["import.js", trial.folder], trial.database, { prefix });
    assert.match(out, /added +1 /);
    const calls = readFileSync(log, "utf8")
      .split("\n")
      .flatMap((line) => {
        const [, call, report] = CALLS.exec(line) ?? [];
        return call ?? report ?? [];
      });
    const written = calls.lastIndexOf("pwrite64", calls.indexOf("added"));
    const synced = calls.slice(written, calls.indexOf("added"));
    assert.ok(synced.includes("fdatasync") || synced.includes("fsync"), calls.join(" "));
    reader.close();
    await trial.close();
  },
);
