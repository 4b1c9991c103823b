import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "node:test";
import { debianTest } from "../support/debian.ts";
import { allowedCalls } from "./support/allowed-calls.ts";
import { freePorts, run, until } from "./support/running.ts";

const ROOT = join(import.meta.dirname, "../../..");
const UNIT = join(ROOT, "docs/operating/dateline.service");

/** SQLite gives files that root makes to the owner of the database; the unit's user is not root. */
const OF_ROOT = ["fchown"];

describe("the unit of docs/operating", { timeout: 120_000 }, () => {
  debianTest("systemd", "systemd finds nothing wrong with the unit", () => {
    const folder = mkdtempSync(join(tmpdir(), "dateline-unit-"));
    const unit = join(folder, "dateline@3001.service");
    copyFileSync(UNIT, unit);
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", unit], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    const own = stderr.split("\n").filter((line) => line.includes("dateline"));
    assert.deepEqual([status, own], [0, []]);
  });

  debianTest(
    "strace",
    "the unit allows every system call of a site that serves",
    async (context) => {
      const tries = [
        ["systemd-analyze", "syscall-filter", "@system-service"],
        ["strace", "-o", "/dev/null", "true"],
      ];
      const obstacle = tries.find(
        ([command = "", ...args]) => spawnSync(command, args).status !== 0,
      );
      if (obstacle) return context.skip(`this machine does not permit or have ${obstacle[0]}`);
      const folder = mkdtempSync(join(tmpdir(), "dateline-calls-"));
      const calls = join(folder, "calls");
      await serveTraced(calls, join(folder, "archive.db"));
      const used = namesIn(readFileSync(calls, "utf8"));
      rmSync(folder, { recursive: true });
      assert.ok(used.includes("epoll_ctl"), "no calls were counted");
      const allowed = allowedCalls(readFileSync(UNIT, "utf8"));
      const others = used.filter((call) => !allowed.has(call) && !OF_ROOT.includes(call));
      assert.deepEqual(others, []);
    },
  );
});

/** Makes the sample archive, serves it with two processes and stops; writes which system calls that took, one a line. */
async function serveTraced(calls: string, database: string): Promise<void> {
  const [port = 0, metrics = 0] = await freePorts(2);
  const command = [process.execPath, join(ROOT, "dist/src/main.js")];
  const site = run("strace", ["-f", "-c", "-qq", "-o", calls, ...command], {
    PORT: String(port),
    DATELINE_DATABASE: database,
    DATELINE_PROCESSES: "2",
    DATELINE_METRICS_PORT: String(metrics),
  });
  await until(() => site.said.out.includes("\n"), site);
  for (const path of ["/", "/statements?q=ferry", "/statements.csv", "/download"]) {
    await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  }
  process.kill(programOf(site.child.pid));
  await site.stop();
}

/** strace keeps signals from what it runs: the program itself has to be told. */
function programOf(tracer: number | undefined): number {
  const children = readFileSync(`/proc/${tracer}/task/${tracer}/children`, "utf8");
  return Number(children.trim().split(" ")[0]);
}

/** The last column of the table of strace(1), without its head and foot. */
function namesIn(table: string): string[] {
  const names = table.split("\n").map((line) => line.trim().split(/\s+/).at(-1) ?? "");
  return names.filter((name) => /^[a-z]/.test(name) && !["syscall", "total"].includes(name));
}
