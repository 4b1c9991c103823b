import assert from "node:assert/strict";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { archiveFiles } from "../../scripts/faults/fault.ts";
import { runCommand } from "../../scripts/faults/run-command.ts";
import { straceObstacle } from "../../scripts/faults/strace.ts";
import { makeBackup } from "../../src/backups/make-backup.ts";
import { debianTest } from "../support/debian.ts";
import { openImportTrial } from "../support/import-trial.ts";

/** Of all calls of that name on the archive's files; SQLite's write lock is the byte 120 of the `-shm` (its WAL format, section 2.3.1). */
const RELEASE = /l_type=F_UNLCK.*l_start=120, l_len=1\b/;

debianTest(
  "strace",
  "a run whose own write lock is not released does not wait for itself for ever",
  async (context) => {
    const obstacle = straceObstacle();
    if (obstacle) return context.skip(obstacle);
    const trial = await openImportTrial();
    trial.write({ "1.txt": "date 2023-01-27 The bridge was opened at noon." });
    const id = (await trial.import()).entries[0]?.id ?? "";
    trial.write({ "2.txt": "date 2023-01-28 The bridge was closed again." });
    await trial.store.close();
    const backup = join(trial.folder, "../backup.db");
    await makeBackup(trial.database, backup, { overwrite: false });
    const [archive, log] = [join(trial.folder, "../disturbed.db"), join(trial.folder, "../calls")];
    const files = archiveFiles(archive);
    const disturbed = (command: [string, ...string[]], inject: string[] = []) => {
      for (const file of files) rmSync(file, { force: true });
      copyFileSync(trial.database, archive);
      const paths = files.flatMap((file) => ["-P", file]);
      const prefix = ["strace", "-f", "-qqq", "-e", "trace=fcntl", ...inject, ...paths, "-o", log];
      return runCommand(command, archive, { prefix });
    };
    const commands: [string, ...string[]][] = [
      ["import.js", trial.folder],
      ["restore.js", backup],
      ["withdraw.js", id, "--reason", "A court said so."],
    ];
    for (const command of commands) {
      await disturbed(command);
      const calls = readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line.includes("fcntl("));
      const releases = calls.flatMap((call, index) => (RELEASE.test(call) ? [index + 1] : []));
      assert.ok(releases.length > 2, calls.join("\n"));
      for (const at of releases) {
        const inject = ["-e", `inject=fcntl:error=EIO:when=${at}`];
        const { status, signal, err } = await disturbed(command, inject);
        context.diagnostic(`${command[0]}, call ${at} of ${calls.length}: ${status ?? signal}`);
        assert.deepEqual([status, err], [0, ""], `${command[0]}, call ${at}`);
      }
    }
    await trial.close();
  },
);
