import { type FSWatcher, watch } from "node:fs";
import { type BytePath, bytesOf } from "./look-over.ts";

/** Calls back whenever something in the folder changes. Throws, with an error's code, where the system cannot tell. */
export type Watch = (path: Buffer, onChange: () => void) => FSWatcher;

const watchFolder: Watch = (path, onChange) => watch(path, { persistent: false }, onChange);

/**
 * Lets the system tell of every change in a set of folders, none of which stands for those below it. Where the system gives out (a
 * limit on watches, a file system that cannot), it tells of none any more, and `failure` says why.
 */
export class FolderWatchers {
  readonly #onChange: () => void;
  readonly #watch: Watch;
  readonly #watched = new Map<BytePath, { identity: string; watcher: FSWatcher }>();
  #failure: string | null = null;

  constructor(onChange: () => void, watch: Watch = watchFolder) {
    this.#onChange = onChange;
    this.#watch = watch;
  }

  /** Why the system does not tell of every folder, as an error's code; `null` where it does. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Watches these folders (each with what tells it from a later one of that name), and no others. */
  follow(folders: ReadonlyMap<BytePath, string>): void {
    for (const [path, { identity }] of this.#watched) {
      if (folders.get(path) !== identity) this.#drop(path);
    }
    for (const [path, identity] of folders) {
      if (this.#failure === null && !this.#watched.has(path)) this.#add(path, identity);
    }
  }

  close(): void {
    for (const path of [...this.#watched.keys()]) this.#drop(path);
  }

  #add(path: BytePath, identity: string): void {
    try {
      const watcher = this.#watch(bytesOf(path), this.#onChange);
      watcher.on("error", () => {
        this.#drop(path);
        this.#onChange();
      });
      this.#watched.set(path, { identity, watcher });
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      // It went away meanwhile: the next look tells.
      if (code === "ENOENT" || code === "ENOTDIR") this.#onChange();
      else this.#giveUp(code);
    }
  }

  #giveUp(code: string): void {
    this.#failure = code;
    this.close();
  }

  #drop(path: BytePath): void {
    this.#watched.get(path)?.watcher.close();
    this.#watched.delete(path);
  }
}
