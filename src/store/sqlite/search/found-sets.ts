import type { WordForm } from "../../../search/word-forms.ts";
import type { KnownName } from "../filter-sql.ts";
import type { Prepare } from "../prepare.ts";
import { BitSet } from "./bit-set.ts";
import { entriesOfRows, entriesOfSet, namedEntries } from "./entry-sets.ts";
import { groupsExpression, markForm } from "./match-expression.ts";
import type { SpanColumns } from "./span-columns.ts";
import { type Span, tableOf } from "./spans.ts";
import { readSet } from "./word-sets.ts";

/**
 * Finds which entries of a span bear a name or hold words. It remembers what it found lately, since the next question is often about
 * the same words, until it is told to forget. The sets are not to be changed.
 */
export class FoundSets {
  readonly #prepare: Prepare;
  readonly #most: number;
  readonly #sets = new Map<string, BitSet | null>();
  #bytes = 0;

  /** At most so many bytes are remembered. */
  constructor(prepare: Prepare, most: number) {
    this.#prepare = prepare;
    this.#most = most;
  }

  forget(): void {
    this.#sets.clear();
    this.#bytes = 0;
  }

  /** What is remembered under that name; `undefined` where nothing is. */
  known(name: string): BitSet | null | undefined {
    const known = this.#sets.get(name);
    if (known === undefined) return undefined;
    this.#sets.delete(name);
    this.#sets.set(name, known);
    return known;
  }

  /** Remembers a set under a name that has none. */
  keep(name: string, set: BitSet | null): void {
    this.#sets.set(name, set);
    this.#bytes += bytesOf(name, set);
    for (const [oldest, its] of this.#sets) {
      if (this.#bytes <= this.#most) break;
      this.#sets.delete(oldest);
      this.#bytes -= bytesOf(oldest, its);
    }
  }

  /** The entries that bear the name. */
  named({ kind, number }: KnownName, span: Span, columns: SpanColumns): BitSet {
    const make = () => namedEntries(columns, kind, number);
    return this.#remembered(`${span.number} ${kind} ${number}`, make) as BitSet;
  }

  /**
   * Sets whose common entries hold at least one form of each group: first those that are kept, so that whoever sees that nothing is
   * left need not have the others looked up. Groups of which nothing is kept are looked up together.
   */
  *holdingAll(groups: WordForm[][], span: Span, columns: SpanColumns): Generator<BitSet> {
    const isKept = (form: WordForm) => this.#kept(form, span, columns) !== null;
    const [whole, others] = parted(groups, (group) => group.every(isKept));
    for (const group of whole) yield this.holding(group, span, columns);
    const isPlain = (form: WordForm) => form.languages === null && !isKept(form);
    const [unkept, mixed] = parted(others, (group) => group.every(isPlain));
    if (unkept.length > 0) yield this.#matching(unkept, span, columns);
    for (const group of mixed) yield this.holding(group, span, columns);
  }

  /** The entries that hold at least one of the forms. */
  holding(forms: WordForm[], span: Span, columns: SpanColumns): BitSet {
    const held: BitSet[] = [];
    const others: WordForm[] = [];
    for (const form of forms) {
      const { languages } = form;
      const set = this.#kept(form, span, columns);
      if (languages) {
        const anywhere = set ?? this.#matching([[form]], span, columns);
        held.push(this.#inLanguages(anywhere, languages, span, columns));
      } else if (set) held.push(set);
      else others.push(form);
    }
    if (others.length > 0) held.push(this.#matching([others], span, columns));
    return united(held, span);
  }

  #inLanguages(set: BitSet, languages: string[], span: Span, columns: SpanColumns): BitSet {
    const marked = this.holding(languages.map(markForm), span, columns).copy();
    marked.keep(set);
    return marked;
  }

  /** Of any language. `null` where the full-text table must be asked: for words of which no set is kept, for phrases and for beginnings. */
  #kept({ of, row, prefix }: WordForm, span: Span, columns: SpanColumns): BitSet | null {
    const [word = "", second] = row;
    if (prefix || second !== undefined) return null;
    return this.#remembered(`${span.number} ${of} ${word}`, () => {
      const size = columns.inOrder ? span.count : columns.entryOfRow.length;
      const rows = readSet(this.#prepare, span, of, word, size);
      if (rows) return entriesOfSet(columns, rows);
      // Every stem has a set: what has none is nowhere.
      return of === "stems" ? new BitSet(span.count) : null;
    });
  }

  /** The entries that hold a form of each group. */
  #matching(groups: WordForm[][], span: Span, columns: SpanColumns): BitSet {
    const expression = groupsExpression(groups);
    const make = () => {
      const sql = `SELECT rowid FROM ${tableOf(span)} WHERE ${tableOf(span)} MATCH ?`;
      return entriesOfRows(columns, this.#prepare(sql).pluck().all(expression) as number[]);
    };
    return this.#remembered(`${span.number} ${expression}`, make) as BitSet;
  }

  #remembered(name: string, make: () => BitSet | null): BitSet | null {
    const known = this.known(name);
    if (known !== undefined) return known;
    const set = make();
    this.keep(name, set);
    return set;
  }
}

/** What a set takes beside its bits: two objects, a buffer outside of the heap, and its place in the map. */
const OVERHEAD = 400;

function bytesOf(name: string, set: BitSet | null): number {
  return OVERHEAD + name.length + (set?.words.byteLength ?? 0);
}

/** Those of which it is true, and the others. */
function parted<Item>(items: Item[], isTrue: (item: Item) => boolean): [Item[], Item[]] {
  const those = items.filter(isTrue);
  return [those, items.filter((item) => !those.includes(item))];
}

/** Of one set it is that set, so that it must not be changed. */
function united(sets: BitSet[], { count }: Span): BitSet {
  const [first = new BitSet(count), ...rest] = sets;
  if (rest.length === 0) return first;
  const all = first.copy();
  for (const set of rest) all.include(set);
  return all;
}
