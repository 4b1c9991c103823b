import { dateOfDayNumber, type IsoDate } from "../statements/iso-date.ts";
import { type Prepare, rowOf, rowsOf } from "../store/sqlite/prepare.ts";
import { periodNumber } from "../store/sqlite/read-counts.ts";
import { type Altered, alteredTeller, type Tell } from "./finding.ts";

/** What is kept as a figure, and how it is counted anew. */
const FIGURES = {
  total: "SELECT count(*) FROM statement",
  headlines_derived: "SELECT coalesce(sum(headline_derived), 0) FROM statement",
  later_revisions: `SELECT coalesce(sum(r.n - 1), 0) FROM statement s JOIN revision r ON r.number = s.wording`,
  files: "SELECT count(*) FROM file f JOIN folder d ON d.number = f.folder WHERE d.name <> ''",
  missing_files: `SELECT count(*) FROM file f JOIN folder d ON d.number = f.folder
    WHERE d.name <> '' AND f.missing = 1`,
};

const DAY_OF_KEY = "key / 16777216";

/** Rows of the one that are not among those of the other, both ways. */
const differing = (kept: string, counted: string) =>
  `SELECT count(*) FROM (SELECT * FROM (${kept} EXCEPT ${counted}) UNION ALL SELECT * FROM (${counted} EXCEPT ${kept}))`;

const LISTED = ["place", "agency", "language"] as const;

/** Expects that every figure is what is there: the archive's own, those of days, months and years, of names, and of the search index. */
export function checkCounts(prepare: Prepare, tell: Tell): void {
  const altered = alteredTeller(tell, "counts");
  for (const [name, sql] of Object.entries(FIGURES)) {
    const kept = figure(prepare, `SELECT ${name} FROM archive WHERE one = 1`);
    const found = figure(prepare, sql);
    if (kept !== found) altered(`${name} is kept as ${kept}, and is ${found}`);
  }
  const days = `SELECT ${DAY_OF_KEY}, count(*) FROM statement GROUP BY 1`;
  if (figure(prepare, differing("SELECT number, count FROM day", days)) > 0) {
    altered("days are kept with other counts than they have");
  }
  checkPeriods(prepare, altered);
  checkNames(prepare, altered);
  checkSearch(prepare, altered);
}

function figure(prepare: Prepare, sql: string): number {
  return Object.values(rowOf<Record<string, number>>(prepare(sql)) ?? {})[0] ?? Number.NaN;
}

function checkPeriods(prepare: Prepare, altered: Altered): void {
  const days = rowsOf<{ number: number; count: number }>(prepare("SELECT number, count FROM day"));
  for (const unit of ["month", "year"] as const) {
    const counted = new Map<number, number>();
    for (const { number, count } of days) {
      const date = dateOfDayNumber(number);
      if (date === null) continue;
      const period = periodNumber(unit, date as IsoDate);
      counted.set(period, (counted.get(period) ?? 0) + count);
    }
    const kept = rowsOf<{ number: number; count: number }>(
      prepare(`SELECT number, count FROM ${unit}`),
    );
    const same = kept.every(({ number, count }) => counted.get(number) === count);
    if (!same || kept.length !== counted.size) altered(`${unit}s are kept with other counts`);
  }
}

function checkNames(prepare: Prepare, altered: Altered): void {
  for (const kind of LISTED) {
    const kept = `SELECT number, count FROM name WHERE kind = '${kind}' AND count <> 0`;
    const counted = `SELECT ${kind}_name, count(*) FROM statement WHERE ${kind}_name IS NOT NULL GROUP BY 1`;
    const spelled = `SELECT p.name, p.written, p.count FROM spelling p JOIN name m ON m.number = p.name
      WHERE m.kind = '${kind}'`;
    const written = `SELECT ${kind}_name, ${kind}, count(*) FROM statement
      WHERE ${kind} IS NOT NULL GROUP BY 1, 2`;
    if (
      figure(prepare, differing(kept, counted)) + figure(prepare, differing(spelled, written)) >
      0
    )
      altered(`statements are found under another ${kind} than they have, or counted so`);
  }
  const kept = "SELECT number, count FROM name WHERE kind = 'tag' AND count <> 0";
  const counted = "SELECT tag, count(*) FROM tagged GROUP BY 1";
  if (figure(prepare, differing(kept, counted)) > 0) altered("tags are kept with other counts");
}

function checkSearch(prepare: Prepare, altered: Altered): void {
  let indexed = 0;
  const spans = "SELECT number, count FROM search_span";
  for (const { number, count } of rowsOf<{ number: number; count: number }>(prepare(spans))) {
    const rows = figure(prepare, `SELECT count(*) FROM search_${Number(number)}`);
    if (rows !== count)
      altered(`part ${number} of the search index has ${rows} rows, not ${count}`);
    indexed += count;
  }
  const total = figure(prepare, FIGURES.total);
  if (indexed !== total)
    altered(`the search index has ${indexed} statements, the archive ${total}`);
}
