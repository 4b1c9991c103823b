import type { WordForm } from "../../../search/word-forms.ts";
import type { KnownName } from "../filter-sql.ts";
import type { Prepare } from "../prepare.ts";
import { BitSet } from "./bit-set.ts";
import { entriesOfRows, entriesOfSet, namedEntries } from "./entry-sets.ts";
import { markForm, rowExpression } from "./match-expression.ts";
import type { SpanColumns } from "./span-columns.ts";
import { type Span, tableOf } from "./spans.ts";
import { readSet } from "./word-sets.ts";

/**
 * Finds which entries of a span bear a name or hold a word. It remembers the last so many, since the next question is often about
 * the same words, until it is told to forget. The sets are not to be changed.
 */
export class FoundSets {
  readonly #prepare: Prepare;
  readonly #most: number;
  readonly #sets = new Map<string, BitSet | null>();

  constructor(prepare: Prepare, most: number) {
    this.#prepare = prepare;
    this.#most = most;
  }

  forget(): void {
    this.#sets.clear();
  }

  /** The entries that bear the name. */
  named({ kind, number }: KnownName, span: Span, columns: SpanColumns): BitSet {
    const make = () => namedEntries(columns, kind, number);
    return this.#remembered(`${span.number} ${kind} ${number}`, make) as BitSet;
  }

  /** The entries that hold at least one of the forms. */
  holding(forms: WordForm[], span: Span, columns: SpanColumns): BitSet {
    const held: BitSet[] = [];
    const others: WordForm[] = [];
    for (const form of forms) {
      const { languages } = form;
      const set = this.#kept(form, span, columns);
      if (languages) {
        const anywhere = set ?? this.#matching([form], span, columns);
        held.push(this.#inLanguages(anywhere, languages, span, columns));
      } else if (set) held.push(set);
      else others.push(form);
    }
    if (others.length > 0) held.push(this.#matching(others, span, columns));
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

  #matching(forms: WordForm[], span: Span, columns: SpanColumns): BitSet {
    const expression = forms.map(rowExpression).join(" OR ");
    const make = () => {
      const sql = `SELECT rowid FROM ${tableOf(span)} WHERE ${tableOf(span)} MATCH ?`;
      return entriesOfRows(columns, this.#prepare(sql).pluck().all(expression) as number[]);
    };
    return this.#remembered(`${span.number} ${expression}`, make) as BitSet;
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
      if (this.#sets.size <= this.#most) break;
      this.#sets.delete(oldest);
    }
    return set;
  }
}

/** Of one set it is that set, so that it must not be changed. */
function united(sets: BitSet[], { count }: Span): BitSet {
  const [first = new BitSet(count), ...rest] = sets;
  if (rest.length === 0) return first;
  const all = first.copy();
  for (const set of rest) all.include(set);
  return all;
}
