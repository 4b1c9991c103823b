import { indexedWords } from "../../../search/indexed-words.ts";
import { languageMark } from "../../../search/language-mark.ts";
import type { RenderedBlock } from "../../../statements/statement.ts";
import { plainTextOf } from "../../../text/plain-text.ts";
import { type Prepare, rowOf } from "../prepare.ts";
import { HIGHEST_KEY } from "../statement-key.ts";
import { GatheredRows } from "./gathered-rows.ts";
import { readColumns, storeColumns } from "./span-columns.ts";
import { type Span, setTableOf, tableOf, wordTableOf } from "./spans.ts";
import { AddedRows, createSets, dropFilter, storeAllSets, storeFilter } from "./word-sets.ts";

/** How many statements are written before other work of the process gets its turn. */
const AT_ONCE = 200;

/** Bytes of words that FTS5 gathers before it writes them out: a few times for a whole span, and little beside what an import may take. */
const GATHERED_WHILE_BUILDING = 16_777_216;
/** Of each table FTS5 keeps what it looked words up in until the transaction ends, of which this much needs half as much. */
const GATHERED_OF_MANY = 8_388_608;
const MANY_SPANS = 8;
const GATHERED = 1_048_576;

/** Every character but a space is part of a word: what words are was decided before. */
const TOKENIZER = `ascii tokenchars '!"#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'`;

type Place = Pick<Span, "number" | "low" | "high">;

interface TextRow {
  key: number;
  headline: string;
  headlineDerived: number;
  language: string;
  text: string;
  blocks: string | null;
}

const TEXT_COLUMNS = `s.key, s.headline, s.headline_derived AS headlineDerived, s.language, r.text,
  r.blocks FROM statement s JOIN revision r ON r.number = s.wording`;

/**
 * Makes the span and writes all its statements. `spans`: how many there are in all; one by itself needs no filter. Yields now
 * and then.
 */
export function* buildSpan(prepare: Prepare, place: Place, spans: number): Generator<void> {
  createSpan(prepare, place);
  gather(prepare, place, spans < MANY_SPANS ? GATHERED_WHILE_BUILDING : GATHERED_OF_MANY);
  const stems = new GatheredRows();
  let after = place.low - 1;
  let written = 0;
  for (;;) {
    const sql = `SELECT ${TEXT_COLUMNS} WHERE s.key > ? AND s.key <= ? ORDER BY s.key LIMIT ?`;
    const rows = prepare(sql).all(after, place.high, AT_ONCE) as TextRow[];
    for (const row of rows) {
      stems.add(written, insert(prepare, place, row, written).stems);
      written++;
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.key;
    yield;
  }
  gather(prepare, place, GATHERED);
  if (place.high !== HIGHEST_KEY) putTogether(prepare, place);
  storeColumns(prepare, place, written, (_, entry) => entry);
  yield* storeAllSets(prepare, place, written, stems);
  if (spans > 1) storeFilter(prepare, place, stems);
}

/** Writes the statements with those keys (ascending) as they are now. Yields now and then. */
export function* refreshSpan(
  prepare: Prepare,
  place: Place,
  keys: Iterable<number>,
): Generator<void> {
  const before = readColumns(prepare, place);
  const rows = new Map<number, number>();
  for (const [entry, key] of before.keys.entries()) rows.set(key, before.rows[entry] as number);
  const added = new AddedRows(prepare, place);
  let next = nextRow(prepare, place);
  let done = 0;
  for (const key of keys) {
    remove(prepare, place, rows.get(key));
    const row = rowOf<TextRow>(prepare(`SELECT ${TEXT_COLUMNS} WHERE s.key = ?`), key);
    if (row) {
      const { words, title, stems } = insert(prepare, place, row, next);
      added.add(next, `${words} ${title}`, stems);
      rows.set(key, next++);
    }
    if (++done % AT_ONCE === 0) yield;
  }
  added.store();
  dropFilter(prepare, place);
  storeColumns(prepare, place, next, (key) => rows.get(key) as number);
}

function nextRow(prepare: Prepare, { number }: Place): number {
  const sql = "SELECT next_row AS next FROM search_span WHERE number = ?";
  return rowOf<{ next: number }>(prepare(sql), number)?.next ?? 0;
}

/** A bound number would be a REAL, in which FTS5 sees no row's number. */
function remove(prepare: Prepare, place: Place, row: number | undefined): void {
  if (row === undefined) return;
  prepare(`DELETE FROM ${tableOf(place)} WHERE rowid = ?`).run(BigInt(row));
}

export function dropSpan(prepare: Prepare, span: Pick<Span, "number">): void {
  prepare(`DROP TABLE ${wordTableOf(span)}`).run();
  prepare(`DROP TABLE ${tableOf(span)}`).run();
  // An index of an earlier release has no such table.
  prepare(`DROP TABLE IF EXISTS ${setTableOf(span)}`).run();
  prepare("DELETE FROM search_span WHERE number = ?").run(span.number);
}

/** What stands in the first column takes two bytes less for each word and statement than in the second. */
function createSpan(prepare: Prepare, place: Place): void {
  const table = tableOf(place);
  prepare(`CREATE VIRTUAL TABLE ${table} USING fts5(words, title, content = '',
    contentless_delete = 1, tokenize = '${TOKENIZER.replaceAll("'", "''")}')`).run();
  prepare(`CREATE VIRTUAL TABLE ${wordTableOf(place)} USING fts5vocab(${table}, 'col')`).run();
  createSets(prepare, place);
  const sql = `INSERT INTO search_span (number, low, written, count, next_row, keys, rows, agencies,
    places, languages, tags) VALUES (?, ?, 0, 0, 0, x'', x'', x'', x'', x'', x'')`;
  prepare(sql).run(place.number, place.low);
}

/** FTS5 takes the number as part of the SQL only: a bound one would be a REAL. */
function gather(prepare: Prepare, place: Place, bytes: number): void {
  const table = tableOf(place);
  prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${bytes})`).run();
}

/**
 * Makes one piece of the eight in which FTS5 has written the words: each word is looked up in every piece. The room that this leaves
 * is taken by the next span, so that the last is left as it is; it changes most, too.
 */
function putTogether(prepare: Prepare, place: Place): void {
  const table = tableOf(place);
  prepare(`INSERT INTO ${table} (${table}) VALUES ('optimize')`).run();
}

/** What is searched of a statement: words with a space between them; the stems, which are in the span's sets alone. */
interface RowWords {
  words: string;
  title: string;
  stems: string[];
}

function insert(prepare: Prepare, place: Place, row: TextRow, number: number): RowWords {
  const { words, title, stems } = wordsOfRow(row);
  const sql = `INSERT INTO ${tableOf(place)} (rowid, words, title) VALUES (?, ?, ?)`;
  prepare(sql).run(BigInt(number), words, title);
  return { words, title, stems };
}

function wordsOfRow({ headline, headlineDerived, language, text, blocks }: TextRow): RowWords {
  const shown = blocks === null ? text : plainTextOf(JSON.parse(blocks) as RenderedBlock[]);
  const title = indexedWords(headline, language);
  const { words, stems } = indexedWords(shown, language);
  // A headline from the text has no word forms that the text has not.
  const more = headlineDerived ? [] : title.stems;
  return { words, title: title.words, stems: [languageMark(language), ...stems, ...more] };
}
