import type { Content } from "../../statements/statement.ts";
import { digestHead } from "./find-statement.ts";
import { countedTags } from "./kept-names.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { type WordingSummary, wordingSummary } from "./read-statement.ts";
import type { RunLedger } from "./run-ledger.ts";
import { dayOfKey } from "./statement-key.ts";
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "./statement-rows.ts";
import { storedExcerpt } from "./stored-excerpt.ts";

/** The row of a statement as it is before a revision. */
export interface PresentStatement extends SummaryRow {
  number: number;
  wording: number;
}

/** Where a wording came from. */
interface Origin {
  wording: number;
  file: number;
  source: number;
}

/** The statements and their revisions, as a run writes them. */
export class StatementBook {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;

  constructor(prepare: Prepare, ledger: RunLedger) {
    this.#prepare = prepare;
    this.#ledger = ledger;
  }

  /** Throws a `RangeError` for an id that is not known: the import has it from the archive. */
  present(id: string): PresentStatement {
    const sql = `SELECT s.number, s.wording, ${SUMMARY_COLUMNS} FROM statement s WHERE s.id = ?`;
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
    const { number, id, slug, wording, file } = statement;
    const key = this.#ledger.enterDay(content.date);
    this.#ledger.changedKeys.add(key);
    const names = this.#enterNames(content);
    this.#enterTags(key, content.tags);
    this.#ledger.totals.total++;
    this.#ledger.done.added++;
    this.#ledger.totals.headlinesDerived += content.headlineDerived ? 1 : 0;
    const sql = `INSERT INTO statement (key, number, wording, file, id, slug, headline,
      headline_derived, place, agency, language, place_name, agency_name, language_name,
      digest_head, excerpt, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const said = wordingValues(content, digest, names);
    this.#prepare(sql).run(
      key,
      number,
      wording,
      file,
      id,
      slug,
      ...said,
      this.#ledger.nextChange(),
    );
    this.#addRevision(number, 1, content, digest, statement);
  }

  revise(present: PresentStatement, content: Content, digest: Uint8Array, origin: Origin): void {
    const before = summaryOf(present);
    this.#supersede(present.wording, before);
    this.#leaveNames(before);
    this.#leaveTags(present);
    this.#ledger.changedKeys.add(present.key);
    const moves = before.date !== content.date;
    if (moves) this.#ledger.leaveDay(dayOfKey(present.key));
    const key = moves ? this.#ledger.enterDay(content.date) : present.key;
    this.#ledger.changedKeys.add(key);
    const names = this.#enterNames(content);
    this.#enterTags(key, content.tags);
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
    this.#addRevision(present.number, this.#nextN(present.wording), content, digest, origin);
  }

  /** The statement's row will say something else, so the revision keeps what it said. */
  #supersede(wording: number, before: ReturnType<typeof summaryOf>): void {
    const kept = wordingSummary(before);
    const sql = "UPDATE revision SET superseded = ? WHERE number = ?";
    this.#prepare(sql).run(JSON.stringify(kept), wording);
  }

  #nextN(wording: number): number {
    const sql = "SELECT n FROM revision WHERE number = ?";
    return (rowOf<{ n: number }>(this.#prepare(sql), wording)?.n ?? 0) + 1;
  }

  #enterNames({ place, agency, language }: Content): (number | null)[] {
    return [
      this.#ledger.enterName("place", place),
      this.#ledger.enterName("agency", agency),
      this.#ledger.enterName("language", language),
    ];
  }

  #leaveNames({ place, agency, language }: WordingSummary): void {
    this.#ledger.leaveName("place", place);
    this.#ledger.leaveName("agency", agency);
    this.#ledger.leaveName("language", language);
  }

  #enterTags(key: number, tags: readonly string[]): void {
    const sql = "INSERT INTO tagged (tag, key) VALUES (?, ?)";
    for (const tag of countedTags(tags)) {
      this.#prepare(sql).run(this.#ledger.enterName("tag", tag), key);
    }
  }

  #leaveTags({ key, wording }: PresentStatement): void {
    const sql = "SELECT tags FROM revision WHERE number = ?";
    const row = rowOf<{ tags: string | null }>(this.#prepare(sql), wording);
    const tags: string[] = row?.tags ? JSON.parse(row.tags) : [];
    for (const tag of countedTags(tags)) {
      const name = this.#ledger.leaveName("tag", tag);
      this.#prepare("DELETE FROM tagged WHERE tag = ? AND key = ?").run(name, key);
    }
  }

  #addRevision(
    statement: number,
    n: number,
    content: Content,
    digest: Uint8Array,
    { wording, source }: Origin,
  ): void {
    const sql = `INSERT INTO revision (number, statement, n, run, source, markdown, digest, url,
      rights, tags, text, blocks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const { url, rights, tags, text, blocks } = content;
    const markdown = content.format === "markdown" ? 1 : 0;
    const listed = tags.length === 0 ? null : JSON.stringify(tags);
    const rendered = blocks && JSON.stringify(blocks);
    const origin = [wording, statement, n, this.#ledger.run(), source];
    this.#prepare(sql).run(...origin, markdown, digest, url, rights, listed, text, rendered);
  }
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
