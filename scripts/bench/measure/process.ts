import { readFileSync } from "node:fs";

/** Of the kernel's clock as /proc shows it (sysconf CLK_TCK: 100 on every Linux that Node runs on). */
const TICKS_A_SECOND = 100;

/** Seconds of CPU that the process and its threads have used, its children left out. */
export function cpuSeconds(pid: number): number {
  const fields = statFields(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Seconds of CPU of all children of this process that have ended, and of theirs. */
export function endedChildrenCpuSeconds(): number {
  const fields = statFields("self");
  return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
}

/** The most memory that the process has held, in bytes; `null` once it has ended. */
export function peakMemory(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** The fields of proc(5) from the third, the state, on: the name before them may hold anything. */
function statFields(pid: number | "self"): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
