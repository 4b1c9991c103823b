/**
 * How an act is disturbed. `at`, from 1: which of the calls that an undisturbed run makes; of a full disk, how many pages of
 * memory are free; of a moment, which thousandth of the time that the act takes.
 */
export interface Fault {
  kind: FaultKind;
  at: number;
}

export type FaultKind = keyof typeof KINDS;

interface KindFacts {
  name: string;
  /** Of all cases, so many in a hundred. */
  share: number;
  /** For strace; `null` where it has no part in it. */
  inject: Injection | null;
}

export interface Injection {
  /** The names of the calls that are disturbed; `null`: of all. */
  calls: readonly string[] | null;
  /** Of those, only the ones on the archive and the files beside it. */
  onArchive: boolean;
  what: "signal=KILL" | "error=EIO" | "error=ENOSPC";
  /** What follows fails, too. */
  fromThenOn: boolean;
}

/** Those that need room on the disk. */
const WRITE_CALLS = ["pwrite64", "ftruncate", "fallocate", "fsync", "fdatasync"];

/** By which SQLite reads and writes files, on all machines together. */
const FILE_CALLS = [...WRITE_CALLS, "open", "openat", "pread64", "unlink", "unlinkat", "fcntl"];

const files = { calls: FILE_CALLS, onArchive: true, fromThenOn: false };
const writes = { calls: WRITE_CALLS, onArchive: true };
const anything = { calls: null, onArchive: false, fromThenOn: false };

export const KINDS = {
  killedAtFileCall: {
    name: "killed at a call on the archive's files",
    share: 25,
    inject: { ...files, what: "signal=KILL" },
  },
  killedAtAnyCall: {
    name: "killed at any system call",
    share: 8,
    inject: { ...anything, what: "signal=KILL" },
  },
  killedAtRandom: { name: "killed at a random moment", share: 7, inject: null },
  killedBeside: { name: "killed beside another run that waits", share: 4, inject: null },
  eio: {
    name: "EIO at a call on the archive's files",
    share: 20,
    inject: { ...files, what: "error=EIO" },
  },
  enospc: {
    name: "ENOSPC at one write",
    share: 12,
    inject: { ...writes, what: "error=ENOSPC", fromThenOn: false },
  },
  enospcOn: {
    name: "ENOSPC at a write and all that follow",
    share: 12,
    inject: { ...writes, what: "error=ENOSPC", fromThenOn: true },
  },
  fullDisk: { name: "a tmpfs that is full", share: 12, inject: null },
} as const satisfies Record<string, KindFacts>;

export const FAULT_KINDS = Object.keys(KINDS) as FaultKind[];

/** SQLite's files of an archive. */
export function archiveFiles(database: string): string[] {
  return ["", "-wal", "-shm", "-journal"].map((ending) => database + ending);
}
