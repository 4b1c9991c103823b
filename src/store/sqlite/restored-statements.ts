import { dayNumber } from "../../statements/iso-date.ts";
import { parsePosition } from "../../statements/position.ts";
import type { Content } from "../../statements/statement.ts";
import type { KeptFile, KeptRevision, KeptStatement } from "../history.ts";
import { findByDigest } from "./find-statement.ts";
import { numberOf } from "./number-of.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { type Numbers, RestoredFiles } from "./restored-files.ts";
import type { RunLedger } from "./run-ledger.ts";
import { revisionValues, StatementBook } from "./statement-book.ts";
import { keyOf } from "./statement-key.ts";

/** What of a statement is gone. */
const NOTHING: Content = {
  date: "0001-01-01" as Content["date"],
  text: "",
  format: "text",
  headline: "",
  headlineDerived: false,
  place: null,
  agency: null,
  language: "",
  url: null,
  rights: null,
  tags: [],
  excerpt: "",
  blocks: null,
};

/** Statements of another archive with all that is known of them, as a run writes them. */
export class RestoredStatements {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #numbers: Numbers;
  readonly #book: StatementBook;
  readonly #files: RestoredFiles;
  /** The days that had given places before. */
  readonly #days: Set<number>;

  constructor(prepare: Prepare, ledger: RunLedger, numbers: Numbers) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#numbers = numbers;
    this.#book = new StatementBook(prepare, ledger);
    this.#files = new RestoredFiles(prepare, ledger, numbers);
    const days = rowsOf<{ day: number }>(prepare("SELECT day FROM place_given WHERE day >= 0"));
    this.#days = new Set(days.map(({ day }) => day));
  }

  /** See `ArchiveRestoring.addStatement`. */
  standing({ id, sample, revisions }: KeptStatement): "added" | "held" | "other" {
    const sql = "SELECT digest, number FROM tombstone WHERE id = ?";
    const tombstone = rowOf<{ digest: Buffer; number: number | null }>(this.#prepare(sql), id);
    const number = numberOf(this.#prepare, id);
    if (sample) return number !== null || tombstone ? "held" : "added";
    if (number !== null) return this.#hasAll(number, revisions) ? "held" : "other";
    const first = revisions[0]?.digest;
    if (tombstone && !(first && tombstone.digest.equals(first))) return "other";
    const last = revisions.at(-1)?.digest;
    return last && this.#hadWords(last) ? "other" : "added";
  }

  /** Whether a statement that was here before has that day and those words. */
  #hadWords(digest: Uint8Array): boolean {
    const id = findByDigest(this.#prepare, digest);
    const number = id === null ? null : numberOf(this.#prepare, id);
    return number !== null && number <= this.#numbers.given.statement;
  }

  #hasAll(statement: number, revisions: KeptRevision[]): boolean {
    const sql = "SELECT digest FROM revision WHERE statement = ? AND n = ?";
    return revisions.every(({ n, digest }) =>
      rowOf<{ digest: Buffer }>(this.#prepare(sql), statement, n)?.digest.equals(digest),
    );
  }

  add(statement: KeptStatement): void {
    const { given } = this.#numbers;
    const { id } = statement;
    // One of the sample that was taken away gives its id back to the same words.
    this.#prepare("DELETE FROM tombstone WHERE id = ? AND number IS NULL").run(id);
    if (statement.number === null) this.#buryOfSample(statement);
    else this.#addWhole(given.statement + statement.number, statement);
  }

  #addWhole(number: number, statement: KeptStatement): void {
    const { given } = this.#numbers;
    const { revisions, events } = statement;
    for (const revision of revisions) this.#addRevision(number, revision, statement);
    for (const event of events) {
      const sql = "INSERT INTO event (number, statement, run, kind, reason) VALUES (?, ?, ?, ?, ?)";
      const run = this.#numbers.run(event.run);
      this.#prepare(sql).run(given.change + event.change, number, run, event.kind, event.reason);
    }
    if (statement.gone) this.#bury(number, statement);
    else this.#list(number, statement);
  }

  #list(
    number: number,
    { id, slug, position, changed, withdrawn, events, revisions }: KeptStatement,
  ) {
    const { given } = this.#numbers;
    const last = revisions.at(-1) as KeptRevision;
    const content = last.content as Content;
    this.#ledger.totals.laterRevisions += revisions.length - 1;
    const file = rowOf<{ file: number }>(
      this.#prepare("SELECT file FROM source WHERE number = ?"),
      given.source + last.source,
    );
    const amended = revisions.length > 1 || events.length > 0 ? 1 : 0;
    this.#book.insert(this.#place(position), content, last.digest, {
      number,
      id,
      slug,
      wording: given.revision + last.number,
      file: file?.file ?? 0,
      change: given.change + changed,
      amended,
    });
    if (withdrawn === null) return;
    const sql = "UPDATE statement SET withdrawn = ? WHERE number = ?";
    this.#prepare(sql).run(given.change + withdrawn, number);
  }

  /** Where it stood, in a day of which nobody here has had a place; else behind all others of that day. */
  #place(position: string | null): number {
    const { date, place } = parsePosition(position ?? "") as {
      date: Content["date"];
      place: number;
    };
    const day = dayNumber(date);
    return this.#days.has(day)
      ? this.#ledger.days.enter(date)
      : this.#ledger.days.enterPlace(day, place);
  }

  #bury(number: number, { id, position, changed, gone, revisions }: KeptStatement): void {
    if (!gone) return;
    const place = parsePosition(position ?? "");
    const key = place && keyOf(dayNumber(place.date), place.place);
    const names = [
      this.#nameOf("agency", gone.agencyName),
      this.#nameOf("place", gone.placeName),
      this.#nameOf("language", gone.languageName),
    ];
    this.#prepare(`INSERT INTO tombstone (id, date, reason, removed_at, digest, number, key, slug, run, changed, agency,
      agency_name, place_name, language_name) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?)`).run(
      id,
      gone.date,
      gone.reason,
      gone.at,
      revisions[0]?.digest,
      number,
      key,
      this.#numbers.run(gone.run),
      this.#numbers.given.change + changed,
      gone.agency,
      ...names,
    );
  }

  #buryOfSample({ id, sample, changed, gone }: KeptStatement): void {
    if (!gone) return;
    const sql = `INSERT INTO tombstone (id, date, reason, removed_at, digest, run, changed, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
    const run = this.#numbers.run(gone.run);
    const change = this.#numbers.given.change + changed;
    this.#prepare(sql).run(id, gone.date, gone.reason, gone.at, sample, run, change, gone.agency);
  }

  /** A name's number, with no statement counted under it. */
  #nameOf(kind: "agency" | "place" | "language", name: string | null): number | null {
    this.#ledger.names.enter(kind, name);
    return this.#ledger.names.leave(kind, name);
  }

  #addRevision(statement: number, revision: KeptRevision, whole: KeptStatement): void {
    const { given } = this.#numbers;
    const { n, digest, note, overruled, content, erased, source, sources } = revision;
    const number = given.revision + revision.number;
    const isPresent = whole.gone === null && revision === whole.revisions.at(-1);
    this.#prepare(`INSERT INTO revision (number, statement, n, run, digest, note, overruled, erased, superseded, source,
      markdown, url, rights, tags, text, blocks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
      number,
      statement,
      n,
      this.#numbers.run(revision.run),
      digest,
      note,
      overruled ? 1 : 0,
      erased === null ? null : given.change + erased,
      content === null || isPresent ? null : JSON.stringify(summaryOf(content)),
      given.source + source,
      ...revisionValues(content ?? NOTHING),
    );
    const text = content?.text ?? "";
    for (const one of sources) this.#files.addSource(statement, number, text, one);
  }

  settleFile(file: KeptFile): void {
    this.#files.settle(file);
  }
}

/** What a superseded revision keeps of its statement's row. */
function summaryOf({ date, headline, headlineDerived, place, agency, language, excerpt }: Content) {
  return { date, headline, headlineDerived, place, agency, language, excerpt };
}
