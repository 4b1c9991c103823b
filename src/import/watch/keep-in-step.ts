import { setTimeout as pause } from "node:timers/promises";
import { FolderWatchers, type Watch } from "./folder-watchers.ts";
import { type BytePath, lookOver } from "./look-over.ts";
import { Quiet } from "./quiet.ts";

/** A file is read once it has been still for so long, in milliseconds. */
export const STILL_FOR = 2_000;

/** One file that is written without end does not hold up the others for longer, in milliseconds. */
const LONGEST_BURST = 5_000;

/** So often the folders are looked over, in milliseconds, where the system tells of changes; and where it does not. */
const LOOK_EVERY = 60_000;
const LOOK_WITHOUT_SYSTEM = 2_000;

/** Looking takes at most this part of the time. */
const LOOKING_SHARE = 1 / 20;

/** After a run that failed the next begins after so long, doubled each time, in milliseconds. */
const TRY_AGAIN_AFTER = 5_000;
const TRY_AGAIN_AT_MOST = 60_000;

/** What a run came to: `waiting`, some files were still being written; `failed`, it is to be tried again. */
export type RunResult = "done" | "waiting" | "failed";

export interface InStep {
  /** Real paths. */
  folders: readonly BytePath[];
  /** Imports the folders. */
  run: () => Promise<RunResult>;
  /** Told once when the system cannot watch: the folders are then looked over every few seconds. */
  onLooking: (why: string) => void;
  /** Ends it after the present run. */
  stop: AbortSignal;
  /** Unless given, the system's. */
  watch?: Watch;
}

/** Runs at once, and again whenever something in the folders has changed and is still, until told to stop. */
export async function keepInStep({ folders, run, onLooking, stop, watch }: InStep): Promise<void> {
  const changes = new Quiet();
  const watchers = new FolderWatchers(() => changes.mark(), watch);
  const looks = new Looks(folders, watchers, changes, onLooking);
  try {
    for (let failures = 0; ; ) {
      looks.look();
      const result = await run();
      if (result === "waiting") changes.mark();
      failures = result === "failed" ? failures + 1 : 0;
      if (failures > 0) {
        await pause(Math.min(TRY_AGAIN_AFTER * 2 ** (failures - 1), TRY_AGAIN_AT_MOST), undefined, {
          signal: stop,
        });
      } else await changes.settled(STILL_FOR, LONGEST_BURST, stop);
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    looks.close();
    watchers.close();
  }
}

/** Looks over the folders from time to time, and marks what the system did not tell of. */
class Looks {
  readonly #folders: readonly BytePath[];
  readonly #watchers: FolderWatchers;
  readonly #changes: Quiet;
  readonly #onLooking: (why: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #print: string | null = null;
  #told = false;

  constructor(
    folders: readonly BytePath[],
    watchers: FolderWatchers,
    changes: Quiet,
    onLooking: (why: string) => void,
  ) {
    this.#folders = folders;
    this.#watchers = watchers;
    this.#changes = changes;
    this.#onLooking = onLooking;
  }

  /** Takes what is there as known: a run follows. */
  look(): void {
    const began = performance.now();
    const looks = this.#folders.map(lookOver);
    this.#watchers.follow(new Map(looks.flatMap((look) => [...look.folders])));
    this.#print = looks.map(({ print }) => print).join();
    const { failure } = this.#watchers;
    if (failure !== null && !this.#told) this.#onLooking(failure);
    this.#told = failure !== null;
    const isAllThere = looks.every(({ folders }) => folders.size > 0);
    const every = failure === null && isAllThere ? LOOK_EVERY : LOOK_WITHOUT_SYSTEM;
    const took = performance.now() - began;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookAgain(), Math.max(every, took / LOOKING_SHARE));
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #lookAgain(): void {
    const before = this.#print;
    this.look();
    if (this.#print !== before) this.#changes.mark();
  }
}
