import type { WordForm } from "../../../search/word-forms.ts";
import type { Asked } from "../../store.ts";
import { type KnownName, knownNames } from "../filter-sql.ts";
import { type Prepare, rowOf, rowsOf } from "../prepare.ts";
import { keyRange } from "../statement-key.ts";
import { BitSet } from "./bit-set.ts";
import type { CheckTime } from "./deadline.ts";
import { entriesWithin } from "./entry-sets.ts";
import { FoundSets } from "./found-sets.ts";
import { formsOf, type QueryForms } from "./match-expression.ts";
import { readColumns, type SpanColumns } from "./span-columns.ts";
import { readSpans, type Span } from "./spans.ts";
import type { WordFilter } from "./word-filter.ts";
import { readFilter } from "./word-sets.ts";

/** The statements of one span that were found: entries of its columns. The set is not to be changed. */
export interface Found {
  span: Span;
  columns: SpanColumns;
  entries: BitSet;
}

/** What was asked, as it is looked for. */
export interface Sought {
  /** Of its words and names. */
  key: string;
  forms: QueryForms;
  names: KnownName[];
  low: number;
  high: number;
}

/** The search index as one connection reads it. It remembers what one generation of the archive holds. */
export class Search {
  readonly prepare: Prepare;
  readonly sets: FoundSets;
  #generation = -1;
  #spans: Span[] = [];
  #languages: string[] = [];
  readonly #columns = new Map<number, { written: number; columns: SpanColumns }>();
  readonly #filters = new Map<number, { written: number; filter: WordFilter | null }>();

  /** `keptBytes`: how much of what was found is remembered. */
  constructor(prepare: Prepare, keptBytes: number) {
    this.prepare = prepare;
    this.sets = new FoundSets(prepare, keptBytes);
  }

  /** Begins a question: within a read transaction, so that all of it sees one state. */
  begin(): void {
    const sql = "SELECT generation FROM archive WHERE one = 1";
    const generation = rowOf<{ generation: number }>(this.prepare(sql))?.generation ?? 0;
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.#spans = readSpans(this.prepare);
    this.#languages = readLanguages(this.prepare);
    this.sets.forget();
    const numbers = new Set(this.#spans.map(({ number }) => number));
    for (const known of [this.#columns, this.#filters]) {
      for (const number of known.keys()) if (!numbers.has(number)) known.delete(number);
    }
  }

  /** `null` where the filter has a name that no statement has: then nothing is found. */
  seek({ query, filter }: Asked): Sought | null {
    const names = knownNames(this.prepare, filter);
    if (!names) return null;
    const forms = formsOf(query ?? { all: [], none: [] }, this.#languages);
    const key = JSON.stringify([forms, names.map(({ kind, number }) => [kind, number])]);
    return { key, forms, names, ...keyRange(filter.from, filter.to) };
  }

  /** What is found in each span of the period, newest span first or oldest, one at a time; those with nothing are left out. */
  *found(sought: Sought, direction: "newest" | "oldest", check: CheckTime): Generator<Found> {
    const spans = direction === "newest" ? this.#spans.toReversed() : this.#spans;
    for (const span of spans) {
      if (span.high < sought.low || span.low > sought.high || span.count === 0) continue;
      const entries = this.#entriesIn(span, sought, check);
      if (entries) yield { span, columns: this.columns(span), entries };
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

  /** What is asked, without the forms that the span surely does not hold; `null` where it holds none of some group. */
  #formsIn(span: Span, forms: QueryForms): QueryForms | null {
    const filter = forms.all.length === 0 ? null : this.#filter(span);
    if (filter === null) return forms;
    const held = (group: WordForm[]) => group.filter((form) => filter.mayHold(form));
    const all = forms.all.map(held);
    return all.some((group) => group.length === 0) ? null : { all, none: held(forms.none) };
  }

  #filter(span: Span): WordFilter | null {
    const known = this.#filters.get(span.number);
    if (known?.written === span.written) return known.filter;
    const filter = readFilter(this.prepare, span);
    this.#filters.set(span.number, { written: span.written, filter });
    return filter;
  }

  /** `null` for none. What is found is remembered, since a page asks for its hits, their number and what they have in common. */
  #entriesIn(span: Span, sought: Sought, check: CheckTime): BitSet | null {
    const isWhole = sought.low <= span.low && sought.high >= span.high;
    const name = `${span.number} ${isWhole ? "" : `${sought.low} ${sought.high}`} ${sought.key}`;
    const known = this.sets.known(name);
    if (known) check();
    if (known !== undefined) return known;
    const forms = this.#formsIn(span, sought.forms);
    if (forms) check();
    const entries = forms && this.#entries({ ...sought, forms }, span, isWhole);
    this.sets.keep(name, entries);
    return entries;
  }

  /** `null` for none. */
  #entries({ forms, names, low, high }: Sought, span: Span, isWhole: boolean): BitSet | null {
    const columns = this.columns(span);
    const entries = isWhole ? BitSet.all(span.count) : entriesWithin(columns, low, high);
    for (const name of names) entries.keep(this.sets.named(name, span, columns));
    if (entries.isEmpty) return null;
    for (const set of this.sets.holdingAll(forms.all, span, columns)) {
      entries.keep(set);
      // To look for a word costs more than to see that nothing is left to look among.
      if (entries.isEmpty) return null;
    }
    for (const form of forms.none) entries.drop(this.sets.holding([form], span, columns));
    return entries.isEmpty ? null : entries;
  }
}

function readLanguages(prepare: Prepare): string[] {
  const sql = "SELECT folded FROM name WHERE kind = 'language' AND count > 0";
  return rowsOf<{ folded: string }>(prepare(sql)).map(({ folded }) => folded);
}
