import { lstatSync } from "node:fs";
import type { ArchiveImport, KnownFile } from "../store/store.ts";
import { nameBytes } from "./file-path.ts";
import type { ImportRoot } from "./import-roots.ts";
import type { KnownRunFile } from "./known-names.ts";
import { fileKey, type ReadableFile } from "./run-file.ts";

/** The files that hold statements, and that this run does not read or need not weigh: what they hold is plain. */
export class HeldElsewhere {
  readonly #archive: ArchiveImport;
  readonly #known: ReadonlyMap<string, KnownRunFile>;
  readonly #weighed: Set<string>;
  readonly #folders: Map<string, string>;
  readonly #answers = new Map<string, "main" | "other" | null>();
  /** Files that were asked about, and that have gone from a place where this run did not look for them. */
  readonly gone: KnownFile[] = [];

  /** `weighed`: the files of the run that are not plain. `known`: see `knownNames`. */
  constructor(
    archive: ArchiveImport,
    roots: readonly ImportRoot[],
    weighed: readonly ReadableFile[],
    known: ReadonlyMap<string, KnownRunFile>,
  ) {
    this.#archive = archive;
    this.#known = known;
    this.#weighed = new Set(weighed.map(({ key }) => key));
    this.#folders = new Map(roots.map(({ source, path }) => [source, path]));
  }

  /** See `MatchQuestions.heldElsewhere`. */
  async ask(statement: string): Promise<"main" | "other" | null> {
    const answered = this.#answers.get(statement);
    if (answered !== undefined) return answered;
    const holders = (await this.#archive.holders(statement)).filter((file) => this.#isThere(file));
    const kind = holders.some(({ main }) => main) ? "main" : "other";
    const answer = holders.length === 0 ? null : kind;
    this.#answers.set(statement, answer);
    return answer;
  }

  #isThere(file: KnownFile): boolean {
    const key = fileKey(file.folder, file.path);
    if (this.#weighed.has(key) || this.#known.get(key)?.there === false) return false;
    const folder = this.#folders.get(file.folder) ?? file.folder;
    // A folder that goes by a given name may lie anywhere: its files are taken to be there.
    if (!folder.startsWith("/") || isOnDisk(`${folder}/${file.path}`)) return true;
    this.gone.push(file);
    return false;
  }
}

function isOnDisk(path: string): boolean {
  try {
    lstatSync(nameBytes(path));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== "ENOENT" && code !== "ENOTDIR";
  }
}
