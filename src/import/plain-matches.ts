import type { ArchiveImport } from "../store/store.ts";
import { TextColumn } from "./columns/text-column.ts";
import type { KnownRunFile } from "./known-names.ts";
import type { Match } from "./match-files.ts";
import type { ReadableFile } from "./run-file.ts";
import type { RunFiles } from "./run-files.ts";

const UNCHANGED = 1;
const ADDED = 2;

/**
 * The files of a run whose meaning is plain whatever the others mean, as nearly all of a large run's is: what is known of them
 * need not be held while `matchFiles` weighs the rest. No other file of the run has their date and text, and they are new
 * under a new name; or the main file of their statement, with the bytes last seen.
 */
export class PlainMatches {
  readonly #files: RunFiles;
  readonly #twins: Uint8Array;
  /** By number of the file: 0 for those that are not plain. */
  readonly #matches: Uint8Array;
  readonly #statements = new TextColumn();

  constructor(files: RunFiles) {
    this.#files = files;
    this.#twins = files.twins();
    this.#matches = new Uint8Array(files.length);
  }

  /** Whether the file, which bears a name that is known, is as it was; notes that. `number`: -1 for a name without a file. */
  takeUnchanged(number: number, known: KnownRunFile): boolean {
    if (number < 0 || this.#files.left(number) || this.#twins[number]) return false;
    const stands = known.main && !known.missing && !known.overruled && !known.gone;
    if (!stands || this.#files.sha256(number).toString("latin1") !== known.sha256) return false;
    this.#matches[number] = UNCHANGED;
    this.#statements.set(number, known.statement);
    return true;
  }

  /** Notes the files that are new, `known` being all names that are known and not unchanged. */
  async takeAdded(archive: ArchiveImport, known: ReadonlyMap<string, KnownRunFile>): Promise<void> {
    const { length } = this.#files;
    for (let number = 0; number < length; number++) {
      if (this.#matches[number] || this.#twins[number] || this.#files.left(number)) continue;
      if (known.size > 0 && known.has(this.#files.file(number).key)) continue;
      const isKnown = (await archive.statementWith(this.#files.digest(number))) !== null;
      if (!isKnown) this.#matches[number] = ADDED;
    }
  }

  /** The statement files that are not plain. */
  rest(): ReadableFile[] {
    const rest: ReadableFile[] = [];
    for (let number = 0; number < this.#files.length; number++) {
      if (this.#matches[number]) continue;
      const file = this.#files.file(number);
      if (file.left === null) rest.push(file);
    }
    return rest;
  }

  /** `null` where it is not plain. */
  of(number: number): Match | null {
    if (this.#matches[number] === ADDED) return { outcome: "added", instead: null };
    if (this.#matches[number] !== UNCHANGED) return null;
    const statement = this.#statements.get(number) as string;
    return { outcome: "unchanged", statement, leads: false, same: true };
  }
}
