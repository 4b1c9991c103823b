import { foldName } from "../../statements/fold-name.ts";
import type { StatementFilter } from "../../statements/statement-filter.ts";
import type { KeptName } from "./kept-names.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { keyRange } from "./statement-key.ts";

/** Which statements pass a filter, as SQL about `statement s`, all of it constant but for the values. */
export interface FilterSql {
  /** What comes behind FROM: the tag's statements, or the index of the rarest name, or the key itself is walked. */
  from: string;
  /** The key in the order of which the statements are walked. */
  key: string;
  /** Begins with ` AND` for each name; the key's range is the caller's. */
  conditions: string;
  values: number[];
  low: number;
  high: number;
  /** The names asked for, rarest first, each with the count of all its statements. */
  names: KnownName[];
}

export interface KnownName {
  kind: KeptName;
  number: number;
  count: number;
}

const KINDS: KeptName[] = ["agency", "place", "language", "tag"];

/** `null` where the filter has a name that no statement has. */
export function filterSql(prepare: Prepare, filter: StatementFilter): FilterSql | null {
  const names = knownNames(prepare, filter);
  if (!names) return null;
  const tagged = filter.tag !== null;
  return {
    from: tagged ? "tagged t CROSS JOIN statement s ON s.key = t.key" : walkedIndex(names[0]),
    key: tagged ? "t.key" : "s.key",
    conditions: names.map(({ kind }) => ` AND ${columnOf(kind)} = ?`).join(""),
    values: names.map(({ number }) => number),
    ...keyRange(filter.from, filter.to),
    names,
  };
}

/** The names of the filter, rarest first; `null` where no statement has one of them. */
export function knownNames(prepare: Prepare, filter: StatementFilter): KnownName[] | null {
  const names: KnownName[] = [];
  for (const kind of KINDS) {
    const written = filter[kind];
    if (written === null) continue;
    const name = knownName(prepare, kind, written);
    if (!name) return null;
    names.push(name);
  }
  return names.sort((a, b) => a.count - b.count);
}

function walkedIndex(rarest: KnownName | undefined): string {
  return rarest ? `statement s INDEXED BY statement_by_${rarest.kind}` : "statement s";
}

function columnOf(kind: KeptName): string {
  return kind === "tag" ? "t.tag" : `s.${kind}_name`;
}

function knownName(prepare: Prepare, kind: KeptName, written: string): KnownName | undefined {
  const sql = "SELECT kind, number, count FROM name WHERE kind = ? AND folded = ?";
  return rowOf<KnownName>(prepare(sql), kind, foldName(written));
}
