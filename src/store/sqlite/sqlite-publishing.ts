import type { Content, Statement } from "../../statements/statement.ts";
import type { ArchivePublishing, GivenFile, GivenWords, MadeByRun } from "../publishing.ts";
import type { KnownFile, Standing, Tombstone } from "../store.ts";
import { eraseWords } from "./erase-words.ts";
import { FileBook, type NotedFile } from "./file-book.ts";
import { findByDigest } from "./find-statement.ts";
import { PublishingLog } from "./log/publishing-log.ts";
import { madeBy } from "./made-by-run.ts";
import { overruledWith, settleOverruled } from "./overruled.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { readContent, readStatement, readWording } from "./read-statement.ts";
import type { RunLedger } from "./run-ledger.ts";
import type { RunSteps } from "./run-steps.ts";
import { type PresentStatement, StatementBook } from "./statement-book.ts";
import { type Buried, TombstoneBook } from "./tombstone-book.ts";

interface LastRevision {
  number: number;
  n: number;
  digest: Buffer;
  source: number;
  erased: number | null;
}

/** What the publisher does within one run. Every change of a statement as a whole is an event. */
export class SqlitePublishing implements ArchivePublishing {
  /** Whether words were taken away for good. */
  erased = false;
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #steps: RunSteps;
  readonly #files: FileBook;
  readonly #statements: StatementBook;
  readonly #tombstones: TombstoneBook;
  readonly #log: PublishingLog;

  constructor(prepare: Prepare, ledger: RunLedger, steps: RunSteps) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#steps = steps;
    this.#files = new FileBook(prepare, ledger);
    this.#statements = new StatementBook(prepare, ledger);
    this.#tombstones = new TombstoneBook(prepare, ledger);
    this.#log = new PublishingLog(prepare, ledger.log);
  }

  async standing(id: string): Promise<Standing | null> {
    return this.#steps.step(() => {
      const here = readStatement(this.#prepare, id, undefined);
      if (here === null) return null;
      if (!("removedAt" in here)) return here.withdrawn === null ? "present" : "marked";
      const buried = this.#tombstones.find(id);
      if (buried === null) return "sample";
      return this.#lastRevision(buried.number).erased === null ? "hidden" : "erased";
    });
  }

  async statement(id: string): Promise<Statement | Tombstone | null> {
    return this.#steps.step(() => readStatement(this.#prepare, id, undefined));
  }

  async statementWith(digest: Uint8Array): Promise<string | null> {
    return this.#steps.step(
      () => findByDigest(this.#prepare, digest) ?? overruledWith(this.#prepare, digest),
    );
  }

  async knownFile(folder: string, path: string): Promise<KnownFile | null> {
    return this.#steps.step(() => this.#files.knownAt(folder, path));
  }

  async correct(id: string, words: GivenWords, note: string): Promise<void> {
    return this.#steps.change(() => {
      const present = this.#statements.present(id);
      const wording = this.#ledger.numbers.next("revision");
      const noted = this.#note(words.file, present.number, wording, words.content.text);
      const file = words.file.folder === null ? present.file : noted.file;
      const origin = { wording, file, source: noted.source };
      const n = this.#statements.revise(present, words.content, words.digest, origin, note);
      this.#log.wording(
        "revised",
        { id, n, source: origin.source },
        { ...words, slug: null, note },
      );
      this.#files.settleMain(noted.left);
      this.#settle(present.number);
    });
  }

  #note(file: GivenFile, statement: number, wording: number, text: string): NotedFile {
    const { folder } = file;
    if (folder !== null) return this.#files.note({ ...file, folder }, statement, wording, text);
    return this.#files.noteGiven(file, statement, wording, text);
  }

  async withdrawMarked(id: string, reason: string): Promise<void> {
    return this.#steps.change(() => {
      const present = this.#statements.present(id);
      const change = this.#event(present.number, "withdrawn", reason);
      this.#mark(present.number, change, change);
      this.#log.withdrawal("marked", present, reason);
    });
  }

  async withdrawHidden(id: string, reason: string): Promise<void> {
    return this.#steps.change(() => {
      const present = this.#statements.present(id);
      this.#bury(present, reason, this.#event(present.number, "withdrawn", reason));
      this.#log.withdrawal("withdrawn", present, reason);
    });
  }

  async withdrawErased(id: string, reason: string): Promise<void> {
    return this.#steps.change(() => {
      this.erased = true;
      const buried = this.#tombstones.find(id);
      const number = buried?.number ?? this.#statements.present(id).number;
      const change = this.#event(number, "withdrawn", reason);
      if (!buried) this.#bury(this.#statements.present(id), reason, change);
      const tombstone = this.#tombstones.find(id) as Buried;
      this.#tombstones.erase(tombstone, reason, change);
      eraseWords(this.#prepare, this.#ledger, number, change);
      this.#log.withdrawal("erased", tombstone, reason);
    });
  }

  #bury(present: PresentStatement, reason: string, change: number): void {
    const names = this.#statements.takeDown(present);
    this.#tombstones.add(present, names, reason, change);
    settleOverruled(this.#prepare, present.number, true);
  }

  async restore(id: string, reason: string | null): Promise<void> {
    return this.#steps.change(() => {
      const buried = this.#tombstones.find(id);
      if (!buried) return this.#unmark(this.#statements.present(id), reason);
      const last = this.#lastRevision(buried.number);
      this.#putBack(buried, readWording(this.#prepare, last.number), last, reason);
    });
  }

  async restoreWith(
    id: string,
    { content, digest, file }: GivenWords,
    slug: string | null,
    reason: string | null,
  ): Promise<void> {
    return this.#steps.change(() => {
      const buried = this.#tombstones.find(id);
      if (!buried) throw new RangeError(`expected a statement that was taken away, not ${id}`);
      const last = this.#lastRevision(buried.number);
      const again = last.digest.equals(digest);
      const wording = again ? last.number : this.#ledger.numbers.next("revision");
      const { source } = this.#note(file, buried.number, wording, content.text);
      if (again) this.#statements.refill(wording, content, source);
      else {
        const origin = { wording, source };
        const n = this.#statements.addRevision(buried.number, content, digest, origin, reason);
        this.#log.wording(
          "revised",
          { id, n, source },
          { content, digest, slug: null, note: reason },
        );
      }
      this.#putBack({ ...buried, slug }, content, this.#lastRevision(buried.number), reason);
    });
  }

  #putBack(buried: Buried, content: Content, last: LastRevision, reason: string | null): void {
    const { id, number, slug } = buried;
    const change = this.#event(number, "restored", reason);
    const file = this.#files.holderOf(number) ?? this.#files.fileOf(last.source);
    const row = { number, id, slug, wording: last.number, file, change };
    this.#statements.putBack(buried.key, content, last.digest, row);
    this.#tombstones.remove(buried);
    this.#log.wording(
      "restored",
      { ...last, id },
      { content, digest: last.digest, slug, note: reason },
    );
    this.#settle(number);
  }

  #unmark({ number, id, slug }: PresentStatement, reason: string | null): void {
    this.#ledger.done.restored++;
    this.#mark(number, this.#event(number, "restored", reason), null);
    const last = this.#lastRevision(number);
    const content = readContent(this.#prepare, id) as Content;
    this.#log.wording(
      "restored",
      { ...last, id },
      { content, digest: last.digest, slug, note: reason },
    );
  }

  #mark(number: number, change: number, withdrawn: number | null): void {
    const sql = "UPDATE statement SET changed = ?, amended = 1, withdrawn = ? WHERE number = ?";
    this.#prepare(sql).run(change, withdrawn, number);
    this.#settle(number);
  }

  async revert(id: string, n: number, note: string): Promise<void> {
    return this.#steps.change(() => {
      const present = this.#statements.present(id);
      const sql = "SELECT number, digest, source FROM revision WHERE statement = ? AND n = ?";
      const before = rowOf<LastRevision>(this.#prepare(sql), present.number, n) as LastRevision;
      const content = readWording(this.#prepare, before.number);
      const wording = this.#ledger.numbers.next("revision");
      const origin = { wording, file: present.file, source: before.source };
      const revised = this.#statements.revise(present, content, before.digest, origin, note);
      const { digest, source } = before;
      this.#log.wording(
        "revised",
        { id, n: revised, source },
        { content, digest, slug: null, note },
      );
      this.#settle(present.number);
    });
  }

  async madeBy(run: number, after: number | null) {
    return this.#steps.step((): { made: MadeByRun[]; after: number | null } =>
      madeBy(this.#prepare, run, after),
    );
  }

  async noteUndone(run: number): Promise<void> {
    return this.#steps.change(() => {
      this.#prepare("UPDATE run SET undone = ? WHERE number = ?").run(this.#ledger.run(), run);
    });
  }

  /** Its number. */
  #event(statement: number, kind: "withdrawn" | "restored", reason: string | null): number {
    const change = this.#ledger.nextChange();
    const sql = "INSERT INTO event (number, statement, run, kind, reason) VALUES (?, ?, ?, ?, ?)";
    this.#prepare(sql).run(change, statement, this.#ledger.run(), kind, reason);
    if (kind === "withdrawn") this.#ledger.done.withdrawn++;
    return change;
  }

  #settle(statement: number): void {
    const sql = "SELECT withdrawn FROM statement WHERE number = ?";
    const row = rowOf<{ withdrawn: number | null }>(this.#prepare(sql), statement);
    settleOverruled(this.#prepare, statement, row?.withdrawn !== null);
  }

  #lastRevision(statement: number): LastRevision {
    const sql = `SELECT number, n, digest, source, erased FROM revision WHERE statement = ?
      ORDER BY n DESC LIMIT 1`;
    return rowOf<LastRevision>(this.#prepare(sql), statement) as LastRevision;
  }
}
