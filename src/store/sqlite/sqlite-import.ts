import type { Content } from "../../statements/statement.ts";
import type {
  ArchiveImport,
  KnownFile,
  KnownStatement,
  Ruling,
  SourceFile,
  StatementPlace,
} from "../store.ts";
import { FileBook, type NotedFile } from "./file-book.ts";
import { findByDigest, freeId } from "./find-statement.ts";
import type { LoggedWords } from "./log/run-log.ts";
import { numberOf } from "./number-of.ts";
import {
  type OverruledWording,
  overruledContents,
  overruledWith,
  overruledWording,
} from "./overruled.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { readRuling } from "./read-ruling.ts";
import { readContent } from "./read-statement.ts";
import type { RunLedger } from "./run-ledger.ts";
import type { RunSteps } from "./run-steps.ts";
import { type PresentStatement, StatementBook } from "./statement-book.ts";
import { dateOfKey } from "./statement-key.ts";

/** One run's work on the archive, within the transaction that `runImport` holds. */
export class SqliteImport implements ArchiveImport {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #steps: RunSteps;
  readonly #files: FileBook;
  readonly #statements: StatementBook;

  constructor(prepare: Prepare, ledger: RunLedger, steps: RunSteps) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#steps = steps;
    this.#files = new FileBook(prepare, ledger);
    this.#statements = new StatementBook(prepare, ledger);
  }

  async knownFiles(folder: string, after: string | null): Promise<KnownFile[]> {
    return this.#steps.step(() => this.#files.known(folder, after));
  }

  async holders(statement: string): Promise<KnownFile[]> {
    return this.#steps.step(() => this.#files.holders(statement));
  }

  async statementWith(digest: Uint8Array): Promise<string | null> {
    return this.#steps.step(
      () => findByDigest(this.#prepare, digest) ?? overruledWith(this.#prepare, digest),
    );
  }

  async statement(id: string): Promise<KnownStatement | null> {
    return this.#steps.step(() => {
      const row = rowOf<{ slug: string | null }>(
        this.#prepare("SELECT slug FROM statement WHERE id = ?"),
        id,
      );
      const content = row && readContent(this.#prepare, id);
      return content ? { id, slug: row.slug, content } : null;
    });
  }

  async place(id: string): Promise<StatementPlace | null> {
    return this.#steps.step(() => {
      const query = this.#prepare("SELECT key, slug FROM statement WHERE id = ?");
      const row = rowOf<{ key: number; slug: string | null }>(query, id);
      if (row) return { id, slug: row.slug, date: dateOfKey(row.key) };
      const gone = this.#prepare("SELECT id, slug, date FROM tombstone WHERE id = ?");
      return rowOf<StatementPlace>(gone, id) ?? null;
    });
  }

  async add(
    content: Content,
    digest: Uint8Array,
    slug: string | null,
    file: SourceFile,
  ): Promise<{ id: string }> {
    return this.#steps.change(() => {
      const id = freeId(this.#prepare, digest);
      const statement = this.#ledger.numbers.next("statement");
      const wording = this.#ledger.numbers.next("revision");
      const noted = this.#files.note(file, statement, wording, content.text);
      const names = { number: statement, id, slug, wording, ...noted };
      this.#statements.add(content, digest, names);
      this.#log("added", { id, n: 1 }, { content, digest, slug }, noted, file);
      this.#files.settleMain(noted.left);
      return { id };
    });
  }

  async revise(id: string, content: Content, digest: Uint8Array, file: SourceFile): Promise<void> {
    return this.#steps.change(() => {
      const statement = this.#statements.present(id);
      const wording = this.#ledger.numbers.next("revision");
      const noted = this.#files.note(file, statement.number, wording, content.text);
      const n = this.#statements.revise(statement, content, digest, { wording, ...noted });
      this.#log("revised", { id, n }, { content, digest, slug: null }, noted, file);
      this.#files.settleMain(noted.left);
    });
  }

  #log(
    change: "added" | "revised",
    { id, n }: { id: string; n: number },
    words: Omit<LoggedWords, "note">,
    { source }: NotedFile,
    { path, sha256 }: SourceFile,
  ): void {
    const brought = { number: source, file: path, sha256 };
    const place = { id, n, date: words.content.date, source: brought };
    this.#ledger.log.wording(change, place, { ...words, note: null });
  }

  async noteFile(id: string, file: SourceFile, digest: Uint8Array | null = null) {
    return this.#steps.step(() => {
      const overruled = digest && this.#overruled(id, digest);
      if (overruled) this.#noteOverruled(file, overruled);
      else this.#notePresent(file, this.#statements.present(id));
      return { overruled: overruled !== null };
    });
  }

  #notePresent(file: SourceFile, { number, wording }: PresentStatement): void {
    if (this.#files.stands(file, number, wording)) return;
    this.#ledger.changed = true;
    const text = this.#statements.textOf(wording);
    this.#settleMains(number, this.#files.note(file, number, wording, text));
  }

  /** Where the words are gone, the bytes are not kept either. */
  #noteOverruled(file: SourceFile, { statement, wording, text, erased }: OverruledWording): void {
    if (this.#files.stands(file, statement, wording)) return;
    this.#ledger.changed = true;
    const kept = erased === null ? file : { ...file, bytes: new Uint8Array() };
    const noted = this.#files.note(kept, statement, wording, text);
    this.#files.overrule(noted);
    this.#settleMains(statement, noted);
  }

  #settleMains(statement: number, { left }: NotedFile): void {
    this.#files.settleMain(left);
    this.#files.settleMain(statement);
  }

  /** The wording with that digest, where it is one that the publisher set aside and not the present one. */
  #overruled(id: string, digest: Uint8Array): OverruledWording | null {
    const statement = numberOf(this.#prepare, id);
    const wording = statement && overruledWording(this.#prepare, statement, digest);
    return wording && findByDigest(this.#prepare, digest) !== id ? wording : null;
  }

  async overruledContents(id: string): Promise<Content[]> {
    return this.#steps.step(() => {
      const statement = numberOf(this.#prepare, id);
      return statement === null ? [] : overruledContents(this.#prepare, statement);
    });
  }

  async ruling(id: string): Promise<Ruling | null> {
    return this.#steps.step(() => readRuling(this.#prepare, id));
  }

  async noteMissing(folder: string, path: string): Promise<void> {
    return this.#steps.step(() => {
      const statement = this.#files.noteMissing(folder, path);
      if (statement === null) return;
      this.#ledger.changed = true;
      this.#files.settleMain(statement);
    });
  }
}
