import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Act, onArchive } from "./acts.ts";
import { contentsOf, wordsOf } from "./contents.ts";
import type { Expected, State } from "./expected.ts";
import { archiveFiles, KINDS } from "./fault.ts";
import type { SmallDisk } from "./full-disk.ts";
import { endOf, isReported, type Outcome, type ProblemKind } from "./outcome.ts";
import type { Case } from "./plan.ts";
import { type Ended, runCommand } from "./run-command.ts";
import type { Seen } from "./seen.ts";
import { unsoundness } from "./soundness.ts";
import { ERASED_WORD } from "./statement-files.ts";
import { stracePrefix } from "./strace.ts";
import { TrialReaders } from "./trial-readers.ts";

/** An act with what is known of it. */
export interface Subject {
  act: Act;
  seen: Seen;
  expected: Expected;
}

const PAGE = 4096;

/** Tries one case in an empty folder: disturbs the act, looks at what is left, and has the next run complete it. */
export async function tryCase(
  one: Case,
  subject: Subject,
  folder: string,
  disk: SmallDisk | null,
): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  const trial = new Trial(one, subject, path.join(folder, "archive.db"), disk);
  try {
    return await trial.run();
  } finally {
    disk?.leave(null);
    for (const file of archiveFiles(trial.database)) rmSync(file, { force: true });
  }
}

class Trial {
  readonly database: string;
  readonly #one: Case;
  readonly #subject: Subject;
  readonly #disk: SmallDisk | null;
  readonly #problems: Outcome["problems"] = [];
  readonly #readers: TrialReaders;

  constructor(one: Case, subject: Subject, database: string, disk: SmallDisk | null) {
    this.#one = one;
    this.#subject = subject;
    this.database = database;
    this.#disk = disk;
    this.#readers = new TrialReaders(one.number, (words) => this.#problem("misserved", words));
  }

  async run(): Promise<Outcome> {
    const { act, expected } = this.#subject;
    if (act.base !== null) copyFileSync(act.base, this.database);
    if (this.#one.served) {
      await this.#readers.open(this.database);
      await this.#readers.read([expected.before]);
    }
    const ended = await this.#disturb();
    const left = await this.#lookAt(ended);
    await this.#complete(left);
    await this.#readers.close();
    return { ended: endOf(ended), left, problems: this.#problems };
  }

  async #disturb(): Promise<Ended> {
    const { act, expected, seen } = this.#subject;
    const { kind, at } = this.#one;
    const { inject } = KINDS[kind];
    if (kind === "fullDisk") this.#disk?.leave(at * PAGE);
    const options = {
      prefix: inject ? stracePrefix(inject, seen.calls[kind], at, this.database) : [],
      ...killAt(this.#one, seen.milliseconds),
    };
    let running = true;
    const disturbed = runCommand(act.command, this.database, options);
    const beside = kind === "killedBeside" ? this.#runBeside() : null;
    const run = Promise.all([disturbed, beside]).finally(() => {
      running = false;
    });
    const { before, prepared, after } = expected;
    while (running && this.#readers.areThere) {
      await this.#readers.read([before, prepared, after]);
      await Promise.race([run, wait(60)]);
    }
    await run;
    return disturbed;
  }

  /** It waits until the one that is killed holds the archive no longer, and completes. */
  async #runBeside(): Promise<void> {
    const ended = await runCommand(this.#subject.act.command, this.database);
    if (endOf(ended) === "done") return;
    this.#problem("incomplete", `the run beside it failed: ${ended.err.slice(0, 500)}`);
  }

  /** What is left must be one state or the other, sound, and served as such. */
  async #lookAt(ended: Ended): Promise<Outcome["left"]> {
    const { before, prepared, after } = this.#subject.expected;
    this.#expectWords(ended);
    if (this.#readers.areThere) await this.#readers.read([before, prepared, after]);
    // Who looks needs room, too: the next run has it, once somebody has made some.
    this.#disk?.leave(null);
    this.#expectSound("as it was left");
    const contents = contentsOf(this.database);
    const states: [Outcome["left"], State][] = [
      ["after", after],
      ["before", before],
      ["before", prepared],
    ];
    const found = states.find(([, state]) => state.contents === contents);
    const left = found?.[0] ?? "between";
    if (left === "between") this.#expectBetween();
    if (isReported(ended) && left !== "after")
      this.#problem("lost", `it was reported as done, and is ${left}`);
    const served = found ? [found[1]] : [before];
    await this.#readers.open(this.database);
    await this.#readers.read(served);
    return left;
  }

  /** Only an archive that is being made or upgraded may be in no state that readers see: then with all the words that it had. */
  #expectBetween(): void {
    const { before, prepared, words } = this.#subject.expected;
    const found = new Set(wordsOf(this.database) ?? []);
    if (before.contents === prepared.contents) this.#problem("lost", "it is as nobody left it");
    else if (words.some((line) => !found.has(line)) || found.size !== new Set(words).size)
      this.#problem("lost", "while it was upgraded, words were lost or came");
  }

  /** Whoever ran it must be told why it failed. */
  #expectWords(ended: Ended): void {
    if (ended.hung) this.#problem("unclear", "it went on for ever");
    if (endOf(ended) !== "failed") return;
    const told = ended.err.trim().split("\n").at(-1) ?? "";
    const isPlain = /archive/.test(told) && !/\n\s+at /.test(ended.err);
    if (!isPlain) this.#problem("unclear", `status ${ended.status}: ${ended.err.slice(0, 1000)}`);
  }

  async #complete(left: Outcome["left"]): Promise<void> {
    const { act, expected } = this.#subject;
    const done = left === "after";
    const wanted = done ? expected.again : expected.after;
    try {
      if (!done || act.repeatable) await onArchive(this.database, act.perform);
    } catch (error) {
      this.#problem("incomplete", `the next run failed: ${(error as Error).message}`);
      return;
    }
    if (contentsOf(this.database) !== wanted.contents)
      this.#problem("incomplete", "the next run made another archive than an undisturbed one");
    this.#expectSound("after the next run");
    await this.#readers.read([wanted]);
    await this.#readers.close();
    if (act.name === "withdrawal") this.#expectErased();
  }

  /** Only once nothing has the archive open: to close a file gives up this process's locks on it. */
  #expectErased(): void {
    const files = archiveFiles(this.database).filter((file) => existsSync(file));
    if (files.some((file) => readFileSync(file).includes(ERASED_WORD)))
      this.#problem("incomplete", "the next run left words in the file that were to be erased");
  }

  #expectSound(when: string): void {
    for (const fault of unsoundness(this.database)) this.#problem("corrupt", `${when}: ${fault}`);
  }

  #problem(kind: ProblemKind, words: string): void {
    this.#problems.push({ kind, words });
  }
}

/** Two runs meet where both hold, or would hold, the archive: towards their ends. */
function killAt({ kind, at }: Case, milliseconds: number): { killAfter?: number } {
  if (kind === "killedAtRandom") return { killAfter: (at * milliseconds) / 1000 };
  if (kind === "killedBeside") return { killAfter: ((1000 + at) * milliseconds) / 2000 };
  return {};
}
