import type { WordForm } from "../../../search/word-forms.ts";
import type { StatementFilter } from "../../../statements/statement-filter.ts";
import type { Asked } from "../../store.ts";
import { type KnownName, knownNames } from "../filter-sql.ts";
import { type Prepare, rowOf, rowsOf } from "../prepare.ts";
import { keyRange } from "../statement-key.ts";
import { BitSet } from "./bit-set.ts";
import type { CheckTime } from "./deadline.ts";
import { formExpression, formsOf, markForm, type QueryForms } from "./match-expression.ts";
import { firstAtOrAfter, readColumns, type SpanColumns } from "./span-columns.ts";
import { readSpans, type Span, tableOf } from "./spans.ts";
import { readBits } from "./word-bits.ts";

/** How many sets of a span that were found are kept for the next question, which is often about the same words. */
const KEPT_SETS = 10_000;

/** The statements of one span that were found: entries of its columns. */
export interface Found {
  span: Span;
  columns: SpanColumns;
  entries: BitSet;
}

/** What was asked, as it is looked for. */
export interface Sought {
  forms: QueryForms;
  names: KnownName[];
  low: number;
  high: number;
}

/** The search index as one connection reads it. It remembers what one generation of the archive holds. */
export class Search {
  readonly prepare: Prepare;
  #generation = -1;
  #spans: Span[] = [];
  #languages: string[] = [];
  readonly #columns = new Map<number, { written: number; columns: SpanColumns }>();
  readonly #sets = new Map<string, BitSet | null>();

  constructor(prepare: Prepare) {
    this.prepare = prepare;
  }

  /** Begins a question: within a read transaction, so that all of it sees one state. */
  begin(): void {
    const sql = "SELECT generation FROM archive WHERE one = 1";
    const generation = rowOf<{ generation: number }>(this.prepare(sql))?.generation ?? 0;
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.#spans = readSpans(this.prepare);
    this.#languages = readLanguages(this.prepare);
    this.#sets.clear();
    const numbers = new Set(this.#spans.map(({ number }) => number));
    for (const number of this.#columns.keys())
      if (!numbers.has(number)) this.#columns.delete(number);
  }

  /** `null` where the filter has a name that no statement has: then nothing is found. */
  seek({ query, filter }: Asked): Sought | null {
    const names = knownNames(this.prepare, filter);
    if (!names) return null;
    const forms = formsOf(query ?? { all: [], none: [] }, this.#languages);
    return { forms, names, ...rangeOf(filter) };
  }

  /** What is found in each span of the period, newest span first or oldest, one at a time; those with nothing are left out. */
  *found(sought: Sought, direction: "newest" | "oldest", check: CheckTime): Generator<Found> {
    const spans = direction === "newest" ? this.#spans.toReversed() : this.#spans;
    for (const span of spans) {
      if (span.high < sought.low || span.low > sought.high || span.count === 0) continue;
      check();
      const columns = this.columns(span);
      const entries = this.#entries(sought, span, columns);
      if (entries.firstFrom(0) !== -1) yield { span, columns, entries };
    }
  }

  spansNewestFirst(): Span[] {
    return this.#spans.toReversed();
  }

  columns(span: Span): SpanColumns {
    const known = this.#columns.get(span.number);
    if (known?.written === span.written) return known.columns;
    const columns = readColumns(this.prepare, span);
    this.#columns.set(span.number, { written: span.written, columns });
    return columns;
  }

  #entries({ forms, names, low, high }: Sought, span: Span, columns: SpanColumns): BitSet {
    const entries = BitSet.all(span.count);
    for (const name of names) entries.keep(this.#named(name, span, columns));
    for (const group of forms.all) entries.keep(this.#holding(group, span, columns));
    for (const form of forms.none) entries.drop(this.#holding([form], span, columns));
    if (low > span.low || high < span.high) entries.keep(rangeSet(columns.keys, low, high));
    return entries;
  }

  #named({ kind, number }: KnownName, span: Span, columns: SpanColumns): BitSet {
    const set = this.#remembered(`${span.number} ${kind} ${number}`, () => {
      if (kind === "tag") return taggedSet(columns.tags, number, span.count);
      const named = {
        agency: columns.agencies,
        place: columns.places,
        language: columns.languages,
      };
      return namedSet(named[kind], number);
    });
    return set as BitSet;
  }

  /** The entries that hold one of the forms. */
  #holding(forms: WordForm[], span: Span, columns: SpanColumns): BitSet {
    const kept = forms.map((form) => this.#keptForm(form, span, columns));
    const others = forms.filter((_, at) => kept[at] === null);
    const held = others.length > 0 ? [this.#matching(others, span, columns)] : [];
    held.push(...kept.filter((set) => set !== null));
    const [first, ...rest] = held as [BitSet, ...BitSet[]];
    if (rest.length === 0) return first;
    const all = first.resized(first.size);
    for (const set of rest) all.include(set);
    return all;
  }

  /** `null` where no bits are kept for the form. */
  #keptForm(form: WordForm, span: Span, columns: SpanColumns): BitSet | null {
    const { of, row, prefix, languages } = form;
    const [word = "", second] = row;
    if (prefix || second !== undefined) return null;
    const set = this.#remembered(`${span.number} bits ${of} ${word}`, () => {
      const bits = readBits(this.prepare, span, of, word);
      return bits && entrySet(columns, bits);
    });
    if (!set || !languages) return set;
    const marks = languages.map((language) => markForm(language));
    const marked = this.#holding(marks, span, columns).resized(set.size);
    marked.keep(set);
    return marked;
  }

  #matching(forms: WordForm[], span: Span, columns: SpanColumns): BitSet {
    const expression = forms.map(formExpression).join(" OR ");
    const set = this.#remembered(`${span.number} ${expression}`, () => {
      const sql = `SELECT rowid FROM ${tableOf(span)} WHERE ${tableOf(span)} MATCH ?`;
      const rows = this.prepare(sql).pluck().all(expression) as number[];
      return rowSet(columns, rows);
    });
    return set as BitSet;
  }

  #remembered(name: string, make: () => BitSet | null): BitSet | null {
    const known = this.#sets.get(name);
    if (known !== undefined) {
      this.#sets.delete(name);
      this.#sets.set(name, known);
      return known;
    }
    const set = make();
    this.#sets.set(name, set);
    for (const oldest of this.#sets.keys()) {
      if (this.#sets.size <= KEPT_SETS) break;
      this.#sets.delete(oldest);
    }
    return set;
  }
}

function rangeOf({ from, to }: StatementFilter) {
  return keyRange(from, to);
}

function readLanguages(prepare: Prepare): string[] {
  const sql = "SELECT folded FROM name WHERE kind = 'language' AND count > 0";
  return rowsOf<{ folded: string }>(prepare(sql)).map(({ folded }) => folded);
}

function namedSet(names: Int32Array, number: number): BitSet {
  const set = new BitSet(names.length);
  for (let entry = 0; entry < names.length; entry++) if (names[entry] === number) set.add(entry);
  return set;
}

function taggedSet(tags: Int32Array, number: number, size: number): BitSet {
  const set = new BitSet(size);
  for (let at = 0; at < tags.length; at += 2) {
    if (tags[at + 1] === number) set.add(tags[at] as number);
  }
  return set;
}

/** The entries of the rows that are in the set. Rows of statements that have left their place stay in bits. */
function entrySet({ rows, entryOfRow, inOrder }: SpanColumns, bits: BitSet): BitSet {
  if (inOrder) return bits.resized(rows.length);
  const set = new BitSet(rows.length);
  for (let row = bits.firstFrom(0); row !== -1; ) {
    const entry = entryOfRow[row] ?? -1;
    if (entry !== -1) set.add(entry);
    row = row + 1 < bits.size ? bits.firstFrom(row + 1) : -1;
  }
  return set;
}

function rowSet({ rows, entryOfRow }: SpanColumns, found: number[]): BitSet {
  const set = new BitSet(rows.length);
  for (const row of found) set.add(entryOfRow[row] as number);
  return set;
}

function rangeSet(keys: Float64Array, low: number, high: number): BitSet {
  const set = new BitSet(keys.length);
  const end = firstAtOrAfter(keys, high + 1);
  for (let entry = firstAtOrAfter(keys, low); entry < end; entry++) set.add(entry);
  return set;
}
