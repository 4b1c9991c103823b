import { setImmediate } from "node:timers/promises";
import { slugOf } from "../statements/slug.ts";
import type { ArchiveImport, SourceFile } from "../store/store.ts";
import { describeRuling } from "./describe-ruling.ts";
import type { ImportOptions } from "./import-options.ts";
import type { KeptBytes } from "./kept-bytes.ts";
import type { KnownRunFile } from "./known-names.ts";
import type { Match } from "./match-files.ts";
import type { PlainMatches } from "./plain-matches.ts";
import { type FileToWrite, readAgain } from "./read-again.ts";
import type { ReadableFile } from "./run-file.ts";
import type { RunFiles } from "./run-files.ts";
import { areSameWords, isSameContent } from "./same-content.ts";
import { type Written, WrittenFiles } from "./written-files.ts";

/** A file whose words are known. */
type NamedMatch = Extract<Match, { outcome: "unchanged" | "moved" | "duplicate" }> & {
  statement: string;
};

const TURN = 32;
/** Shared by all the files that have none. */
const NONE: string[] = [];

/** Writes what the files of one run mean into the archive. */
export class FileWriter {
  readonly #archive: ArchiveImport;
  readonly #kept: KeptBytes;
  readonly #known: ReadonlyMap<string, KnownRunFile>;
  readonly #options: ImportOptions;
  /** The keys of the files that bring words for others, too. */
  #leaders: ReadonlySet<string> = new Set();
  /** The statements that these brought, by digest. */
  readonly #brought = new Map<string, { id: string; path: string }>();
  readonly written = new WrittenFiles();

  constructor(
    archive: ArchiveImport,
    kept: KeptBytes,
    known: ReadonlyMap<string, KnownRunFile>,
    options: ImportOptions,
  ) {
    this.#archive = archive;
    this.#kept = kept;
    this.#known = known;
    this.#options = options;
  }

  /** In the order of their numbers, which becomes the order within a day; duplicates of files of this run come last. */
  async writeAll(
    files: RunFiles,
    plain: PlainMatches,
    matches: ReadonlyMap<string, Match>,
  ): Promise<void> {
    this.#leaders = new Set(
      [...matches.values()].flatMap((match) => ("of" in match ? match.of : [])),
    );
    const waiting: ReadableFile[] = [];
    for (let number = 0; number < files.length; number++) {
      const file = files.file(number);
      if (file.left !== null) continue;
      const match = plain.of(number) ?? (matches.get(file.key) as Match);
      if ("of" in match) waiting.push(file);
      else await this.#done(file, await this.#write(file, match), files.length);
    }
    for (const file of waiting)
      await this.#done(file, await this.#writeDuplicate(file), files.length);
    this.#options.onProgress?.({ stage: "writing", done: files.length, total: files.length });
  }

  async #done(file: ReadableFile, written: Written, total: number): Promise<void> {
    this.written.set(file.number, written);
    if (this.written.count % TURN !== 0) return;
    this.#options.onProgress?.({ stage: "writing", done: this.written.count, total });
    await setImmediate();
  }

  async #write(file: ReadableFile, match: Exclude<Match, { of: string }>): Promise<Written> {
    if (match.outcome === "unchanged" && match.same) return this.#same(file, match.statement);
    if (match.outcome === "barred") return this.#barred(match.statement);
    const read = readAgain(file, this.#kept, this.#options);
    if ("refused" in read)
      return { outcome: "refused", id: null, reason: read.refused, warnings: [] };
    if (match.outcome === "added") return this.#add(file, read, reasonToAdd(match.instead));
    if (match.outcome === "revised") return this.#revise(file, read, match.statement);
    return this.#note(file, read, match);
  }

  async #same(file: ReadableFile, id: string): Promise<Written> {
    const reason = this.#known.get(file.key)?.overruled ? await this.#ruling(id) : null;
    return { outcome: "unchanged", id, reason, warnings: NONE };
  }

  async #barred(id: string): Promise<Written> {
    const remedy = `bring it back with these words (npm run reinstate -- ${id} FILE), or give the file another name`;
    const reason = `another wording of ${id}, ${await this.#ruling(id)}; ${remedy}`;
    return { outcome: "refused", id: null, reason, warnings: NONE };
  }

  async #ruling(id: string): Promise<string | null> {
    const ruling = await this.#archive.ruling(id);
    return ruling && describeRuling(ruling);
  }

  async #add(file: ReadableFile, read: FileToWrite, reason: string | null): Promise<Written> {
    const { content, warnings } = read;
    const digest = Buffer.from(file.digest, "latin1");
    const slug = slugOf(content.headline);
    const { id } = await this.#archive.add(content, digest, slug, sourceOf(file, read.bytes));
    this.#bring(file, id);
    return { outcome: "added", id, reason, warnings };
  }

  #bring({ key, digest, path }: ReadableFile, id: string): void {
    if (this.#leaders.has(key)) this.#brought.set(digest, { id, path });
  }

  async #revise(file: ReadableFile, read: FileToWrite, id: string): Promise<Written> {
    const before = await this.#archive.place(id);
    const source = sourceOf(file, read.bytes);
    await this.#archive.revise(id, read.content, Buffer.from(file.digest, "latin1"), source);
    this.#bring(file, id);
    const date = before?.date;
    const reason = date === file.date ? "new words" : `new date, before ${date}`;
    return { outcome: "revised", id, reason, warnings: read.warnings };
  }

  /** The words are known. Where the file speaks for its statement and another field of it is new, that is a revision, too. */
  async #note(file: ReadableFile, read: FileToWrite, match: NamedMatch): Promise<Written> {
    const { statement: id, outcome } = match;
    const { warnings } = read;
    const source = sourceOf(file, read.bytes);
    const digest = Buffer.from(file.digest, "latin1");
    const hasNewFields = "leads" in match && match.leads && (await this.#isNew(id, read));
    if (hasNewFields) {
      await this.#archive.revise(id, read.content, digest, source);
      if (outcome === "unchanged")
        return { outcome: "revised", id, reason: "a new title or other field", warnings };
    } else if ((await this.#archive.noteFile(id, source, digest)).overruled) {
      return { outcome, id, reason: await this.#ruling(id), warnings };
    }
    return { outcome, id, reason: this.#reasonOfName(match, hasNewFields), warnings };
  }

  /** What the publisher set aside is not new: no field beside words that were set aside, and no field that was itself. */
  async #isNew(id: string, { content }: FileToWrite): Promise<boolean> {
    const known = await this.#archive.statement(id);
    if (known === null || isSameContent(known.content, content)) return false;
    if (!areSameWords(known.content, content)) return false;
    const setAside = await this.#archive.overruledContents(id);
    return !setAside.some((wording) => isSameContent(wording, content));
  }

  #reasonOfName(match: NamedMatch, hasNewFields: boolean): string | null {
    if (match.outcome === "duplicate")
      return "the same date and words as a statement that has a file already";
    if (match.outcome !== "moved") return null;
    const from =
      match.from === null
        ? "known under a name that is gone"
        : `was ${this.#known.get(match.from)?.path}`;
    return hasNewFields ? `${from}; a title or other field is new` : from;
  }

  async #writeDuplicate(file: ReadableFile): Promise<Written> {
    const read = readAgain(file, this.#kept, this.#options);
    if ("refused" in read)
      return { outcome: "refused", id: null, reason: read.refused, warnings: [] };
    const first = this.#brought.get(file.digest);
    if (!first) return this.#addInstead(file, read);
    await this.#archive.noteFile(first.id, sourceOf(file, read.bytes));
    const reason = `the same date and words as ${first.path}`;
    return { outcome: "duplicate", id: first.id, reason, warnings: read.warnings };
  }

  /** The file that was to bring these words has been refused after all. */
  async #addInstead(file: ReadableFile, read: FileToWrite): Promise<Written> {
    const written = await this.#add(file, read, null);
    this.#brought.set(file.digest, { id: written.id as string, path: file.path });
    return written;
  }
}

function reasonToAdd(instead: string | null): string | null {
  return instead === null
    ? null
    : `another statement than ${instead}, which this name stood for before`;
}

function sourceOf(file: ReadableFile, bytes: Uint8Array): SourceFile {
  return {
    folder: file.root.source,
    path: file.path,
    bytes,
    sha256: Buffer.from(file.sha256, "latin1"),
  };
}
