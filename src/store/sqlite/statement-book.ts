import type { Content } from "../../statements/statement.ts";
import { digestHead } from "./find-statement.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { wordingSummary } from "./read-statement.ts";
import type { RunLedger } from "./run-ledger.ts";
import { dateOfKey, dayOfKey } from "./statement-key.ts";
import { StatementNames } from "./statement-names.ts";
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "./statement-rows.ts";
import { storedExcerpt } from "./stored-excerpt.ts";

/** The row of a statement as it is before a revision. */
export interface PresentStatement extends SummaryRow {
  number: number;
  wording: number;
  /** The file that answers for its wording. */
  file: number;
}

/** Where a wording came from. */
interface Origin {
  wording: number;
  file: number;
  source: number;
}

/** A statement of which all but its words is known. */
type ReturningStatement = Omit<ListedRow, "amended">;

export interface ListedRow extends Omit<Origin, "source"> {
  number: number;
  id: string;
  slug: string | null;
  change: number;
  amended: 0 | 1;
}

/** The statements and their revisions, as a run writes them. */
export class StatementBook {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #names: StatementNames;

  constructor(prepare: Prepare, ledger: RunLedger) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#names = new StatementNames(prepare, ledger);
  }

  /** Throws a `RangeError` for an id that is not known: the import has it from the archive. */
  present(id: string): PresentStatement {
    const sql = `SELECT s.number, s.wording, s.file, ${SUMMARY_COLUMNS} FROM statement s WHERE s.id = ?`;
    const row = rowOf<PresentStatement>(this.#prepare(sql), id);
    if (!row) throw new RangeError(`expected the id of a statement, not ${id}`);
    return row;
  }

  textOf(wording: number): string {
    const sql = "SELECT text FROM revision WHERE number = ?";
    return rowOf<{ text: string }>(this.#prepare(sql), wording)?.text ?? "";
  }

  add(
    content: Content,
    digest: Uint8Array,
    statement: Origin & { number: number; id: string; slug: string | null },
  ): void {
    const { number } = statement;
    const key = this.#ledger.days.enter(content.date);
    this.#ledger.done.added++;
    const change = this.#ledger.nextChange();
    this.insert(key, content, digest, { ...statement, change, amended: 0 });
    this.#addRevision(number, 1, content, digest, statement, null);
  }

  /** Brings a statement back that was taken away, in a wording that is kept. `key`: where it stood. */
  putBack(key: number, content: Content, digest: Uint8Array, statement: ReturningStatement): void {
    const stays = dateOfKey(key) === content.date;
    if (stays) this.#ledger.days.reenter(dayOfKey(key));
    const place = stays ? key : this.#ledger.days.enter(content.date);
    this.#ledger.totals.laterRevisions += this.#nOf(statement.wording) - 1;
    this.#ledger.done.restored++;
    this.insert(place, content, digest, { ...statement, amended: 1 });
    const sql = "UPDATE revision SET superseded = NULL WHERE number = ?";
    this.#prepare(sql).run(statement.wording);
  }

  /** Puts it into every list, at a place that is counted already. */
  insert(key: number, content: Content, digest: Uint8Array, statement: ListedRow): void {
    const { number, wording, file, id, slug, change, amended } = statement;
    this.#ledger.changedKeys.add(key);
    const names = this.#names.enter(key, content, content.tags);
    this.#ledger.totals.total++;
    this.#ledger.totals.headlinesDerived += content.headlineDerived ? 1 : 0;
    const sql = `INSERT INTO statement (changed, amended, key, number, wording, file, id, slug, headline,
      headline_derived, place, agency, language, place_name, agency_name, language_name,
      digest_head, excerpt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const said = wordingValues(content, digest, names);
    const row = [change, amended, key, number, wording, file, id, slug];
    this.#prepare(sql).run(...row, ...said);
  }

  /** Takes the statement out of every list; its last revision keeps what they said. Returns the numbers of its names. */
  takeDown(present: PresentStatement): {
    place: number | null;
    agency: number | null;
    language: number | null;
  } {
    const before = summaryOf(present);
    this.#supersede(present.wording, before);
    const [place, agency, language] = this.#names.leave(present.key, before, present.wording);
    this.#ledger.changedKeys.add(present.key);
    this.#ledger.days.leave(dayOfKey(present.key));
    this.#ledger.totals.total--;
    this.#ledger.totals.laterRevisions -= this.#nOf(present.wording) - 1;
    this.#ledger.totals.headlinesDerived -= Number(before.headlineDerived);
    this.#prepare("DELETE FROM statement WHERE number = ?").run(present.number);
    return { place: place ?? null, agency: agency ?? null, language: language ?? null };
  }

  /** The number of the new revision. `note`: what the publisher says of it; `null` for what an import brings. */
  revise(
    present: PresentStatement,
    content: Content,
    digest: Uint8Array,
    origin: Origin,
    note: string | null = null,
  ): number {
    const before = summaryOf(present);
    this.#supersede(present.wording, before);
    this.#names.leave(present.key, before, present.wording);
    this.#ledger.changedKeys.add(present.key);
    const moves = before.date !== content.date;
    if (moves) this.#ledger.days.leave(dayOfKey(present.key));
    const key = moves ? this.#ledger.days.enter(content.date) : present.key;
    this.#ledger.changedKeys.add(key);
    const names = this.#names.enter(key, content, content.tags);
    this.#ledger.totals.laterRevisions++;
    this.#ledger.done.revised++;
    this.#ledger.totals.headlinesDerived +=
      Number(content.headlineDerived) - Number(before.headlineDerived);
    const sql = `UPDATE statement SET key = ?, wording = ?, file = ?, headline = ?,
      headline_derived = ?, place = ?, agency = ?, language = ?, place_name = ?, agency_name = ?,
      language_name = ?, digest_head = ?, excerpt = ?, changed = ?, amended = 1 WHERE number = ?`;
    const said = wordingValues(content, digest, names);
    this.#prepare(sql).run(
      key,
      origin.wording,
      origin.file,
      ...said,
      this.#ledger.nextChange(),
      present.number,
    );
    const n = this.#nOf(present.wording) + 1;
    this.#addRevision(present.number, n, content, digest, origin, note);
    return n;
  }

  /** The statement's row will say something else, so the revision keeps what it said. */
  #supersede(wording: number, before: ReturnType<typeof summaryOf>): void {
    const kept = wordingSummary(before);
    const sql = "UPDATE revision SET superseded = ? WHERE number = ?";
    this.#prepare(sql).run(JSON.stringify(kept), wording);
  }

  #nOf(wording: number): number {
    const sql = "SELECT n FROM revision WHERE number = ?";
    return rowOf<{ n: number }>(this.#prepare(sql), wording)?.n ?? 0;
  }

  /** The number of a further revision of a statement that is not listed just now. */
  addRevision(
    statement: number,
    content: Content,
    digest: Uint8Array,
    origin: Omit<Origin, "file">,
    note: string | null,
  ): number {
    const sql = "SELECT n FROM revision WHERE statement = ? ORDER BY n DESC LIMIT 1";
    const last = rowOf<{ n: number }>(this.#prepare(sql), statement)?.n ?? 0;
    this.#addRevision(statement, last + 1, content, digest, origin, note);
    return last + 1;
  }

  /** Gives a revision that was erased its words again. */
  refill(wording: number, content: Content, source: number): void {
    const sql = `UPDATE revision SET source = ?, markdown = ?, url = ?, rights = ?, tags = ?, text = ?,
      blocks = ?, erased = NULL WHERE number = ?`;
    this.#prepare(sql).run(source, ...revisionValues(content), wording);
  }

  #addRevision(
    statement: number,
    n: number,
    content: Content,
    digest: Uint8Array,
    { wording, source }: Omit<Origin, "file">,
    note: string | null,
  ): void {
    const sql = `INSERT INTO revision (number, statement, n, run, digest, note, source, markdown, url,
      rights, tags, text, blocks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const origin = [wording, statement, n, this.#ledger.run(), digest, note, source];
    this.#prepare(sql).run(...origin, ...revisionValues(content));
  }
}

/** From `markdown` to `blocks`, in the order of the table's columns. */
export function revisionValues({ format, url, rights, tags, text, blocks }: Content): unknown[] {
  const listed = tags.length === 0 ? null : JSON.stringify(tags);
  const rendered = blocks && JSON.stringify(blocks);
  return [format === "markdown" ? 1 : 0, url, rights, listed, text, rendered];
}

/** From `headline` to `excerpt`, in the order of the table's columns. */
function wordingValues(content: Content, digest: Uint8Array, names: (number | null)[]): unknown[] {
  const { headline, headlineDerived, place, agency, language } = content;
  const shown = [headline, headlineDerived ? 1 : 0, place, agency, language];
  const excerpt = storedExcerpt(content.text, content.excerpt);
  // A number would be bound as a REAL, which a column of any type keeps as such.
  const stored = typeof excerpt === "number" ? BigInt(excerpt) : excerpt;
  return [...shown, ...names, digestHead(digest), stored];
}
