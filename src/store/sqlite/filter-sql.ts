import type { NameKind, StatementFilter } from "../../statements/statement-filter.ts";
import { foldName } from "../fold-name.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { keyRange } from "./statement-key.ts";

/** Which statements pass a filter, as SQL about `statement s`, all of it constant but for the values. */
export interface FilterSql {
  /** Chooses the index of the rarest name; empty where the key itself is walked. */
  index: string;
  /** Begins with ` AND` for each name; the key's range is the caller's. */
  conditions: string;
  values: number[];
  low: number;
  high: number;
  /** The names asked for, rarest first, each with the count of all its statements. */
  names: KnownName[];
}

interface KnownName {
  kind: NameKind;
  number: number;
  count: number;
}

const KINDS: NameKind[] = ["agency", "place", "language"];

/** `null` where the filter has a name that no statement has. */
export function filterSql(prepare: Prepare, filter: StatementFilter): FilterSql | null {
  const names: KnownName[] = [];
  for (const kind of KINDS) {
    const written = filter[kind];
    if (written === null) continue;
    const name = knownName(prepare, kind, written);
    if (!name) return null;
    names.push(name);
  }
  names.sort((a, b) => a.count - b.count);
  return {
    index: names[0] ? `INDEXED BY statement_by_${names[0].kind}` : "",
    conditions: names.map(({ kind }) => ` AND s.${kind}_name = ?`).join(""),
    values: names.map(({ number }) => number),
    ...keyRange(filter.from, filter.to),
    names,
  };
}

function knownName(prepare: Prepare, kind: NameKind, written: string): KnownName | undefined {
  const sql = "SELECT kind, number, count FROM name WHERE kind = ? AND folded = ?";
  return rowOf<KnownName>(prepare(sql), kind, foldName(written));
}
