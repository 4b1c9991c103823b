import type { IsoDate } from "../statements/iso-date.ts";
import { ByteColumn } from "./columns/byte-column.ts";
import { ByteIndex } from "./columns/byte-index.ts";
import { IntColumn } from "./columns/int-column.ts";
import { TextColumn } from "./columns/text-column.ts";
import type { ImportRoot } from "./import-roots.ts";
import type { Left } from "./left-by-name.ts";
import { fileKey, type ReadableFile, type RunFile } from "./run-file.ts";

/** What the first reading finds in a statement file. */
export interface ReadFile {
  /** SHA-256 of its bytes, and of its date and text. */
  sha256: Uint8Array;
  digest: Uint8Array;
  date: IsoDate;
  warnings: string[];
}

/** Shared by all the files that have none. */
const NONE: string[] = [];

/** The files of a run by number, folder by folder in natural order, in about 120 bytes for each: a million must fit. */
export class RunFiles {
  readonly roots: ImportRoot[];
  #count = 0;
  readonly #rootOf = new IntColumn();
  readonly #paths = new TextColumn();
  #sums = new ByteColumn(32);
  #digests = new ByteColumn(32);
  /** As the number `YYYYMMDD`; 0 for files that hold no statement. */
  readonly #dates = new IntColumn();
  readonly #left = new Map<number, Left>();
  readonly #warnings = new Map<number, string[]>();
  #byName: ByteIndex | null = null;

  constructor(roots: ImportRoot[]) {
    this.roots = roots;
  }

  get length(): number {
    return this.#count;
  }

  add(root: ImportRoot, path: string, left: Left | null): void {
    this.#rootOf.set(this.#count, this.roots.indexOf(root));
    this.#paths.set(this.#count, path);
    if (left) this.#left.set(this.#count, left);
    this.#count++;
  }

  leave(number: number, left: Left): void {
    this.#left.set(number, left);
  }

  note(number: number, { sha256, digest, date, warnings }: ReadFile): void {
    this.#sums.set(number, sha256);
    this.#digests.set(number, digest);
    this.#dates.set(number, Number(date.replaceAll("-", "")));
    if (warnings.length > 0) this.#warnings.set(number, warnings);
  }

  /** Notes of the file what was noted of another run's, which is the same still. */
  takeOver(number: number, from: RunFiles, its: number): void {
    const left = from.left(its);
    if (left) this.leave(number, left);
    else
      this.note(number, {
        sha256: from.sha256(its),
        digest: from.digest(its),
        date: from.date(its),
        warnings: from.warnings(its),
      });
  }

  root(number: number): ImportRoot {
    return this.roots[this.#rootOf.get(number)] as ImportRoot;
  }

  /** Under its root. */
  path(number: number): string {
    return this.#paths.get(number) as string;
  }

  /** Why the file was not taken as a statement; `null` where it was. */
  left(number: number): Left | null {
    return this.#left.get(number) ?? null;
  }

  /** What the first reading noted. A view: copy what is to be kept. */
  sha256(number: number): Buffer {
    return this.#sums.get(number);
  }

  digest(number: number): Buffer {
    return this.#digests.get(number);
  }

  /** Gives their room back, half of all, when nobody asks for them any more. */
  forgetSums(): void {
    this.#sums = new ByteColumn(32);
    this.#digests = new ByteColumn(32);
    this.#byName = null;
  }

  date(number: number): IsoDate {
    const digits = String(this.#dates.get(number)).padStart(8, "0");
    return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as IsoDate;
  }

  warnings(number: number): string[] {
    return this.#warnings.get(number) ?? NONE;
  }

  /** All that is known of the file, for as long as it is looked at. */
  file(number: number): RunFile {
    const left = this.left(number);
    const root = this.root(number);
    const path = this.path(number);
    const named = { number, root, path, key: fileKey(root.source, path) };
    if (left) return { ...named, left };
    return {
      ...named,
      left: null,
      sha256: this.sha256(number).toString("latin1"),
      digest: this.digest(number).toString("latin1"),
      date: this.date(number),
      warnings: this.warnings(number),
    } satisfies ReadableFile;
  }

  /** By number: 1 for each file whose date and text another file of the run has, too. */
  twins(): Uint8Array {
    const twins = new Uint8Array(this.#count);
    const byDigest = new ByteIndex(this.#count);
    const digestOf = (number: number) => this.digest(number);
    for (let number = 0; number < this.#count; number++) {
      if (this.left(number)) continue;
      const first = byDigest.enter(this.digest(number), number, digestOf);
      if (first >= 0) twins[first] = twins[number] = 1;
    }
    return twins;
  }

  /** The number of the file of that name; -1 where there is none. */
  find(root: ImportRoot, path: string): number {
    this.#byName ??= this.#indexNames();
    const name = this.#nameOf(this.roots.indexOf(root), Buffer.from(path, "utf8"));
    return this.#byName.find(name, (number) => this.#name(number));
  }

  #indexNames(): ByteIndex {
    const byName = new ByteIndex(this.#count);
    const nameOf = (number: number) => this.#name(number);
    for (let number = 0; number < this.#count; number++) {
      byName.enter(this.#name(number), number, nameOf);
    }
    return byName;
  }

  #name(number: number): Uint8Array {
    return this.#nameOf(this.#rootOf.get(number), this.#paths.bytes(number) as Buffer);
  }

  /** Nearly every run has one folder, whose number need not be told. */
  #nameOf(root: number, path: Buffer): Uint8Array {
    return root === 0 ? path : Buffer.concat([Buffer.from(`${root}\0`), path]);
  }
}
