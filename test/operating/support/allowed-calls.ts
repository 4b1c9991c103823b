import { spawnSync } from "node:child_process";

/** The system calls that the `SystemCallFilter=` lines of a unit leave (systemd.exec(5)), groups spelled out as this machine's systemd knows them. */
export function allowedCalls(unit: string): Set<string> {
  const allowed = new Set<string>();
  for (const [, isDenied, names = ""] of unit.matchAll(/^SystemCallFilter=(~?)(.*)$/gm)) {
    for (const call of names.split(" ").flatMap(callsOf)) {
      if (isDenied) allowed.delete(call);
      else allowed.add(call);
    }
  }
  return allowed;
}

function callsOf(name: string): string[] {
  if (!name.startsWith("@")) return [name];
  const { stdout } = spawnSync("systemd-analyze", ["syscall-filter", name], { encoding: "utf8" });
  const members = stdout
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
  return members.filter((line) => /^@?\w/.test(line)).flatMap(callsOf);
}
