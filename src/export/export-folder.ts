import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { lstat, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatelineError } from "../errors.ts";
import { ExportRecord } from "./export-record.ts";
import { sameContent } from "./same-content.ts";

/** What is being written stands under such a name until it is whole. */
const PART = ".dateline-export-part-";

/** Folders that were lately seen to be folders. */
const MOST_SEEN = 1000;

/** How the folder differs from what it was. */
export interface FolderChanges {
  written: number;
  unchanged: number;
  removed: number;
}

/**
 * A folder into which a site is exported. A file that is not there or has other content is put in its place whole; one that no
 * export wrote is never touched.
 */
export class ExportFolder {
  readonly changes: FolderChanges = { written: 0, unchanged: 0, removed: 0 };
  readonly record: ExportRecord;
  readonly #folder: string;
  readonly #seen = new Set<string>();
  #parts = 0;

  /**
   * Makes the folder where it is not there. Its record lies in it, or in another that is given. Throws `usage` for one that holds something
   * and is no earlier export.
   */
  constructor(folder: string, recordFolder: string = folder) {
    this.#folder = path.resolve(folder);
    const beside = path.resolve(recordFolder);
    requireOwn(this.#folder, beside);
    this.record = ExportRecord.open(beside);
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(PART)) rmSync(path.join(this.#folder, name));
    }
  }

  /** Puts the file at `file`, parts with `/` between them, under the folder. Throws `unavailable` where another's file is in the way. */
  async put(file: string, content: string | Buffer): Promise<void> {
    const bytes = Buffer.from(content);
    const isKnown = this.record.claim(file);
    const there = await this.#read(file);
    if (there?.equals(bytes)) this.changes.unchanged++;
    else if (there && !isKnown) throw inTheWay(this.pathOf(file));
    else await this.#write(file, bytes);
  }

  /** The same for content of any size, which comes piece by piece. */
  async putPieces(file: string, pieces: AsyncIterable<Buffer | string>): Promise<void> {
    const isKnown = this.record.claim(file);
    const target = this.pathOf(file);
    const part = this.nextPart();
    try {
      await writeFile(part, pieces);
      const same = await sameContent(part, target);
      if (same === false && !isKnown) throw inTheWay(target);
      if (same) this.changes.unchanged++;
      else await this.#rename(part, file);
    } catch (error) {
      throw error instanceof DatelineError ? error : unwritable(target, error);
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Whether the file that stands there was noted as this when it was put there; then it counts as unchanged. */
  async isAsNoted(file: string, note: string): Promise<boolean> {
    if (this.record.noteOn(file) !== note) return false;
    if (!(await stat(this.pathOf(file)).catch(() => null))) return false;
    this.changes.unchanged++;
    return true;
  }

  /** Puts what stands at `part` in the place of the file, and notes what it is. */
  async place(part: string, file: string, note: string): Promise<void> {
    await this.#rename(part, file);
    this.record.note(file, note);
  }

  pathOf(file: string): string {
    return path.join(this.#folder, file);
  }

  async remove(file: string): Promise<void> {
    await rm(this.pathOf(file), { force: true });
    this.changes.removed++;
    for (let parent = path.dirname(file); parent !== "."; parent = path.dirname(parent)) {
      if (!(await isRemoved(path.join(this.#folder, parent)))) break;
      this.#seen.delete(parent);
    }
    this.record.forget(file);
  }

  close(): void {
    this.record.close();
  }

  async #read(file: string): Promise<Buffer | null> {
    try {
      return await readFile(this.pathOf(file));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT") return null;
      throw unwritable(this.pathOf(file), error);
    }
  }

  async #write(file: string, bytes: Buffer): Promise<void> {
    const part = this.nextPart();
    try {
      await writeFile(part, bytes);
      await this.#rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof DatelineError) throw error;
      throw unwritable(this.pathOf(file), error);
    }
  }

  async #rename(part: string, file: string): Promise<void> {
    await this.#makeFolder(path.dirname(file));
    await rename(part, this.pathOf(file));
    this.changes.written++;
  }

  /** Where something may stand until it is put in its place. */
  nextPart(): string {
    return path.join(this.#folder, `${PART}${this.#parts++}`);
  }

  /** A link in place of a folder would lead out of the export. */
  async #makeFolder(name: string): Promise<void> {
    if (name === "." || this.#seen.has(name)) return;
    await this.#makeFolder(path.dirname(name));
    const folder = path.join(this.#folder, name);
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    if (!(await lstat(folder)).isDirectory()) throw inTheWay(folder);
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.add(name);
  }
}

function requireOwn(folder: string, recordFolder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    mkdirSync(recordFolder, { recursive: true });
    const names = readdirSync(folder);
    if (names.length === 0 || ExportRecord.isIn(recordFolder)) return;
    const found = `${names.length} files that no export wrote, such as ${JSON.stringify(names[0])}`;
    throw new DatelineError(
      "usage",
      `Expected an empty folder or an earlier export at ${folder}, found ${found}.`,
    );
  } catch (error) {
    if (error instanceof DatelineError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const isFile = code === "EEXIST" || code === "ENOTDIR";
    if (isFile) throw new DatelineError("usage", `Expected a folder at ${folder}, found a file.`);
    throw unwritable(folder, error);
  }
}

/** Whether the folder was empty, and is gone. */
async function isRemoved(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch {
    return false;
  }
}

function inTheWay(file: string): DatelineError {
  const message = `Expected to write ${file}, found something there that no export wrote. Move it away, and export again.`;
  return new DatelineError("unavailable", message);
}

function unwritable(file: string, error: unknown): DatelineError {
  const message = `Cannot write ${file}: ${(error as Error).message}`;
  return new DatelineError("unavailable", message, { cause: error });
}
