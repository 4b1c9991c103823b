import { copyFileSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Act } from "./acts.ts";
import { FAULT_KINDS, type FaultKind, type Injection, KINDS } from "./fault.ts";
import { runCommand } from "./run-command.ts";

/** What an undisturbed run of an act was seen to do. */
export interface Seen {
  /** The names of the calls that each kind of fault can meet, in their order. */
  calls: Record<FaultKind, string[]>;
  milliseconds: number;
}

/** Runs the act once and notes its calls: those of the first thread, which does all that SQLite does. */
export async function seeAct(act: Act, folder: string): Promise<Seen> {
  const database = path.join(folder, `${act.name.replaceAll(" ", "-")}.db`);
  const log = `${database}.strace`;
  if (act.base !== null) copyFileSync(act.base, database);
  const ended = await runCommand(act.command, database, {
    prefix: ["strace", "-f", "-qqq", "-y", "-o", log],
  });
  if (ended.status !== 0 && ended.status !== 3)
    throw new Error(`${act.name} undisturbed: ${ended.err} (status ${ended.status})`);
  const all = firstThreadCalls(readFileSync(log, "utf8"));
  const calls = FAULT_KINDS.map((kind) => [kind, met(KINDS[kind].inject, all, database)]);
  return { calls: Object.fromEntries(calls), milliseconds: ended.milliseconds };
}

function met(injection: Injection | null, all: string[], database: string): string[] {
  if (injection === null) return [];
  const { calls, onArchive } = injection;
  return all
    .filter((call) => !onArchive || call.includes(database))
    .map(nameOf)
    .filter((name) => calls === null || calls.includes(name));
}

function nameOf(call: string): string {
  return call.slice(0, call.indexOf("("));
}

/** `name(arguments…`; a call that was resumed was noted when it began. */
function firstThreadCalls(log: string): string[] {
  const lines = log.split("\n");
  const first = /^\d+/.exec(lines[0] ?? "")?.[0] ?? "";
  const own = lines.filter((line) => line.startsWith(`${first} `));
  return own.map((line) => line.slice(first.length).trim()).filter((call) => /^\w+\(/.test(call));
}
