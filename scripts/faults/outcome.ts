import type { Ended } from "./run-command.ts";

export type ProblemKind = "corrupt" | "lost" | "misserved" | "incomplete" | "unclear";

/** What came of one case. */
export interface Outcome {
  ended: "killed" | "failed" | "done";
  /** The state in which the archive was left; `between`: it was being made or upgraded. */
  left: "before" | "between" | "after";
  problems: { kind: ProblemKind; words: string }[];
}

export function endOf({ status, signal }: Ended): Outcome["ended"] {
  if (signal !== null) return "killed";
  return status === 0 || status === 3 ? "done" : "failed";
}

/** Whether whoever ran it was told that it is done: the whole report came. */
export function isReported({ out }: Ended): boolean {
  try {
    JSON.parse(out);
    return true;
  } catch {
    return false;
  }
}
