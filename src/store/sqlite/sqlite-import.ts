import type { Content } from "../../statements/statement.ts";
import type {
  ArchiveImport,
  KnownFile,
  KnownStatement,
  SourceFile,
  StatementPlace,
} from "../store.ts";
import { FileBook } from "./file-book.ts";
import { findByDigest, freeId } from "./find-statement.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { readContent } from "./read-statement.ts";
import type { RunLedger } from "./run-ledger.ts";
import { updateSearch } from "./search/update-search.ts";
import { storeError } from "./sqlite-errors.ts";
import { StatementBook } from "./statement-book.ts";
import { dateOfKey } from "./statement-key.ts";

const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve));

/**
 * One run's work on the archive, within the transaction that `runImport` holds. Once a step has failed SQLite may have
 * rolled everything back, so every later step fails in the same way and the run cannot be finished.
 */
export class SqliteImport implements ArchiveImport {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #path: string;
  readonly #files: FileBook;
  readonly #statements: StatementBook;
  #failure: { error: unknown } | null = null;

  constructor(prepare: Prepare, ledger: RunLedger, path: string) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#path = path;
    this.#files = new FileBook(prepare, ledger);
    this.#statements = new StatementBook(prepare, ledger);
  }

  async knownFiles(folder: string, after: string | null): Promise<KnownFile[]> {
    return this.#step(() => this.#files.known(folder, after));
  }

  async holders(statement: string): Promise<KnownFile[]> {
    return this.#step(() => this.#files.holders(statement));
  }

  async statementWith(digest: Uint8Array): Promise<string | null> {
    return this.#step(() => findByDigest(this.#prepare, digest));
  }

  async statement(id: string): Promise<KnownStatement | null> {
    return this.#step(() => {
      const row = rowOf<{ slug: string | null }>(
        this.#prepare("SELECT slug FROM statement WHERE id = ?"),
        id,
      );
      const content = row && readContent(this.#prepare, id);
      return content ? { id, slug: row.slug, content } : null;
    });
  }

  async place(id: string): Promise<StatementPlace | null> {
    return this.#step(() => {
      const query = this.#prepare("SELECT key, slug FROM statement WHERE id = ?");
      const row = rowOf<{ key: number; slug: string | null }>(query, id);
      return row ? { id, slug: row.slug, date: dateOfKey(row.key) } : null;
    });
  }

  async add(
    content: Content,
    digest: Uint8Array,
    slug: string | null,
    file: SourceFile,
  ): Promise<{ id: string }> {
    return this.#change(() => {
      const id = freeId(this.#prepare, digest);
      const statement = this.#ledger.next("statement");
      const wording = this.#ledger.next("revision");
      const noted = this.#files.note(file, statement, wording, content.text);
      const names = { number: statement, id, slug, wording, ...noted };
      this.#statements.add(content, digest, names);
      this.#files.settleMain(noted.left);
      return { id };
    });
  }

  async revise(id: string, content: Content, digest: Uint8Array, file: SourceFile): Promise<void> {
    return this.#change(() => {
      const statement = this.#statements.present(id);
      const wording = this.#ledger.next("revision");
      const noted = this.#files.note(file, statement.number, wording, content.text);
      this.#statements.revise(statement, content, digest, { wording, ...noted });
      this.#files.settleMain(noted.left);
    });
  }

  async noteFile(id: string, file: SourceFile): Promise<void> {
    return this.#step(() => {
      const { number, wording } = this.#statements.present(id);
      if (this.#files.stands(file, number, wording)) return;
      this.#ledger.changed = true;
      const text = this.#statements.textOf(wording);
      const noted = this.#files.note(file, number, wording, text);
      this.#files.settleMain(noted.left);
      this.#files.settleMain(number);
    });
  }

  async noteMissing(folder: string, path: string): Promise<void> {
    return this.#step(() => {
      const statement = this.#files.noteMissing(folder, path);
      if (statement === null) return;
      this.#ledger.changed = true;
      this.#files.settleMain(statement);
    });
  }

  /**
   * Writes what the run has added up, and brings the search index to it, letting other work of the process have its turn
   * now and then. Throws what a step threw, even if `work` caught it.
   */
  async finish(): Promise<void> {
    this.#step(() => this.#ledger.finish());
    const update = updateSearch(this.#prepare, this.#ledger.changedKeys.sorted());
    while (!this.#step(() => update.next()).done) await turnOfOthers();
    this.#step(() => this.#ledger.show());
  }

  #change<Result>(step: () => Result): Result {
    return this.#step(() => {
      this.#ledger.changed = true;
      return step();
    });
  }

  #step<Result>(step: () => Result): Result {
    if (this.#failure) throw this.#failure.error;
    try {
      return step();
    } catch (error) {
      this.#failure = { error: storeError(error, this.#path) };
      throw this.#failure.error;
    }
  }
}
