import { lstatSync } from "node:fs";
import { nameBytes } from "./file-path.ts";
import type { RunFiles } from "./run-files.ts";

/** Number of the file, size, and the times of writing and of change, 8 bytes each. */
const WIDTH = 32;
const UNKNOWN = Buffer.alloc(WIDTH);

/**
 * What the run before found in each file, for a process that imports the same folders again and again: a file that is as it was need not be
 * read again. Holds only where files are read when they have been still for a while (`ImportOptions.stillFor`): then whatever is written later
 * gives the file another time of change, which no program can set. About 160 bytes of memory for each file.
 */
export class Readings {
  #files: RunFiles | null = null;
  #states = UNKNOWN;
  #next = UNKNOWN;

  /** A run has named its files, and begins to read them. */
  begin({ length }: RunFiles): void {
    this.#next = Buffer.alloc(WIDTH * length);
  }

  /** Notes in `files` what the run before found in that file, and gives `true`, where it is as it was. */
  takeOver(files: RunFiles, number: number): boolean {
    const { path } = files.root(number);
    const state = stateOf(`${path}/${files.path(number)}`);
    state.copy(this.#next, WIDTH * number);
    const root = this.#files?.roots.find((known) => known.path === path);
    if (!this.#files || !root || state.equals(UNKNOWN)) return false;
    const before = this.#files.find(root, files.path(number));
    if (before < 0 || !state.equals(slot(this.#states, before))) return false;
    files.takeOver(number, this.#files, before);
    return true;
  }

  /** The file could not be read: the next run tries again. */
  forget(number: number): void {
    slot(this.#next, number).fill(0);
  }

  /** These files were read. They are held until the next run has read its own. */
  keep(files: RunFiles): void {
    this.#files = files;
    this.#states = this.#next;
  }
}

function slot(states: Buffer, number: number): Buffer {
  return states.subarray(WIDTH * number, WIDTH * (number + 1));
}

function stateOf(path: string): Buffer {
  try {
    const { ino, size, mtimeNs, ctimeNs } = lstatSync(nameBytes(path), { bigint: true });
    const state = Buffer.alloc(WIDTH);
    for (const [place, value] of [ino, size, mtimeNs, ctimeNs].entries())
      state.writeBigUInt64LE(BigInt.asUintN(64, value), 8 * place);
    return state;
  } catch {
    return UNKNOWN;
  }
}
