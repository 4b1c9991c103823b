import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { PROJECT_ROOT } from "../../../src/project-root.ts";
import { DRIVER } from "../../../src/store/sqlite/driver.ts";
import { peerPath, postgresPath } from "../peers/missing-peers.ts";

/** On what was measured, in a line. */
export function machineWords(): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory`;
  const load = loadavg().map((value) => value.toFixed(1));
  const isBusy = (loadavg()[2] as number) > processors.length / 2;
  const state = isBusy ? "busy with other work as well" : "otherwise quiet";
  return `${processors.length} × ${processors[0]?.model.trim()} (${arch()}), ${memory}, ${state} (load ${load.join(", ")} over 1, 5 and 15 minutes)`;
}

/** Dateline's commit, and the versions of everything that was measured, in a line. */
export function versionWords(): string {
  const peers = [
    versionOf(peerPath("wrk"), ["--version"], /wrk \S+/),
    versionOf(peerPath("nginx"), ["-v"], /nginx\/\S+/),
    versionOf(peerPath("hugo"), ["version"], /hugo v[\d.]+/),
    versionOf(postgresProgram(), ["--version"], /PostgreSQL\) \S+/)?.replace(")", ""),
  ];
  const commit = versionOf("git", ["-C", PROJECT_ROOT, "rev-parse", "--short", "HEAD"], /\w+/);
  const packages = [DRIVER, "express", "ejs", "marked"].map(packageVersion);
  const ours = [`Dateline ${commit ?? "(no commit)"}`, `Node ${process.version}`, ...packages];
  return [...ours, ...peers].filter(Boolean).join(", ");
}

function postgresProgram(): string | null {
  const folder = postgresPath();
  return folder && path.join(folder, "postgres");
}

function versionOf(program: string | null, parameters: string[], pattern: RegExp): string | null {
  if (program === null) return null;
  const { stdout, stderr } = spawnSync(program, parameters, { encoding: "utf8" });
  return pattern.exec(`${stdout}${stderr}`)?.[0] ?? null;
}

function packageVersion(name: string): string {
  const file = path.join(PROJECT_ROOT, "node_modules", name, "package.json");
  return `${name} ${JSON.parse(readFileSync(file, "utf8")).version}`;
}
