import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeActs } from "./acts.ts";
import type { FaultsArguments } from "./arguments.ts";
import { expectOf } from "./expected.ts";
import { mountSmallDisk, type SmallDisk } from "./full-disk.ts";
import { type Case, planCases, type Reach, reachOf } from "./plan.ts";
import { seeAct } from "./seen.ts";
import type { Tried } from "./table.ts";
import { type Subject, tryCase } from "./try-case.ts";

export interface Progress {
  /** What cannot be tried as planned, in a sentence. */
  note(words: string): void;
  tried(one: Tried, done: number, all: number): void;
}

/** Tries the cases of that seed, several at once. */
export async function tryCases(
  { cases, seed, only, lanes }: FaultsArguments,
  progress: Progress,
): Promise<Tried[]> {
  const root = mkdtempSync(path.join(tmpdir(), "dateline-faults-"));
  const disks: SmallDisk[] = [];
  try {
    const { subjects, reaches } = await prepare(root);
    const planned = planCases(cases, seed, reaches);
    const waiting = only === null ? planned : planned.filter(({ number }) => number === only);
    const tried: Tried[] = [];
    const all = waiting.length;
    const lane = async (number: number) => {
      const folder = path.join(root, `lane-${number}`);
      const disk = smallDisk(`${folder}-disk`, progress, number === 1);
      if (disk) disks.push(disk);
      for (let one = waiting.pop(); one; one = waiting.pop()) {
        const outcome = await placed(one, subjects, folder, disk);
        tried.push({ one, outcome });
        progress.tried({ one, outcome }, tried.length, all);
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index + 1)));
    return tried.sort((a, b) => a.one.number - b.one.number);
  } finally {
    for (const disk of disks) disk.unmount();
    rmSync(root, { recursive: true, force: true });
  }
}

async function prepare(root: string) {
  const subjects = new Map<string, Subject>();
  const reaches = new Map<string, Reach>();
  for (const act of await makeActs(root)) {
    const seen = await seeAct(act, root);
    const expected = await expectOf(act, root);
    subjects.set(act.name, { act, seen, expected });
    reaches.set(
      act.name,
      reachOf(seen.calls, act.repeatable && expected.again.contents === expected.after.contents),
    );
  }
  return { subjects, reaches };
}

/** Where no disk may be mounted, a write fails for want of room, and all that follow. */
function placed(one: Case, subjects: Map<string, Subject>, folder: string, disk: SmallDisk | null) {
  const subject = subjects.get(one.act) as Subject;
  if (one.kind !== "fullDisk") return tryCase(one, subject, folder, null);
  if (disk) return tryCase(one, subject, disk.folder, disk);
  const { length } = subject.seen.calls.enospcOn;
  return tryCase({ ...one, kind: "enospcOn", at: Math.min(one.at, length) }, subject, folder, null);
}

function smallDisk(folder: string, { note }: Progress, isFirst: boolean): SmallDisk | null {
  mkdirSync(folder);
  const mounted = mountSmallDisk(folder);
  if (typeof mounted !== "string") return mounted;
  if (isFirst)
    note(
      `No disk that fills up: this process may not mount one (${mounted}). In its place writes fail from one on.`,
    );
  return null;
}
