import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { dateOfDayNumber } from "../../src/statements/iso-date.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { AlteredArchive } from "./altered-archive.ts";

const STATEMENTS = 100;

/** Days are three apart, so that no two are a power of two apart, and no change of one bit makes one of another. */
const FILES = Object.fromEntries(
  Array.from({ length: STATEMENTS }, (_, n) => [
    `${n}.txt`,
    `date ${dateOfDayNumber(738_000 + 3 * n)} Town, May 2 – Wire. Pay ${n} now.\n`,
  ]),
);

/** Where the bits are: a value for each statement, by the id. Of numbers, so many of the lowest bits from `first` on. */
interface Place {
  name: string;
  table: string;
  column: string;
  /** SQL that gives `id`, `row` (what tells the row) and `value`. */
  rows: string;
  key: string;
  first?: number;
  bits?: number;
}

const ofStatement = (column: string, more: Partial<Place> = {}): Place => ({
  name: `statement.${column}`,
  table: "statement",
  column,
  key: "number",
  rows: `SELECT id, number AS row, ${column} AS value FROM statement`,
  ...more,
});

const ofRevision = (column: string): Place => ({
  name: `revision.${column}`,
  table: "revision",
  column,
  key: "number",
  rows: `SELECT s.id, r.number AS row, r.${column} AS value FROM revision r JOIN statement s ON s.number = r.statement`,
});

const ofSource = (column: string): Place => ({
  name: `source.${column}`,
  table: "source",
  column,
  key: "number",
  rows: `SELECT s.id, o.number AS row, o.${column} AS value FROM source o
    JOIN revision r ON r.number = o.revision JOIN statement s ON s.number = r.statement`,
});

const ofLog = (column: string, more: Partial<Place> = {}): Place => ({
  name: `log_entry.${column}`,
  table: "log_entry",
  column,
  key: "number",
  rows: `SELECT statement AS id, number AS row, ${column} AS value FROM log_entry`,
  ...more,
});

const PLACES: Place[] = [
  ofRevision("text"),
  ofRevision("digest"),
  // The day: the lower 24 bits are the place within it, which is no part of the date.
  ofStatement("key", { first: 24, bits: 22 }),
  ofStatement("id"),
  ofStatement("slug"),
  ofStatement("headline"),
  ofStatement("agency"),
  ofSource("sha256"),
  ofSource("before"),
  ofSource("after"),
  ofLog("record"),
  ofLog("statement"),
  ofLog("day", { bits: 22 }),
  ofLog("n", { bits: 8 }),
  ofLog("change", { bits: 8 }),
  ofLog("run", { bits: 8 }),
  ofLog("revision", { bits: 16 }),
  ofLog("source", { bits: 16 }),
];

interface Row {
  id: string;
  row: number;
  value: number | bigint | string | Buffer;
}

describe("every change of one bit is named", () => {
  let archive: TestArchive;
  let altered: AlteredArchive;
  before(async () => {
    archive = await openTestArchive(FILES);
    await archive.store.close();
    altered = new AlteredArchive(archive.path, false);
    assert.deepEqual(await altered.findings(), []);
  });
  after(async () => {
    altered.close();
    await archive.close();
  });

  const rowsAt = ({ rows }: Place) => altered.database.prepare(rows).all() as Row[];

  const bitsOf = ({ first = 0, bits }: Place, { value }: Row) =>
    bits === undefined ? 8 * Buffer.from(value as string).length : first + bits;

  /** The statements that are named where that bit is another in these rows. */
  async function namedBy(place: Place, bit: number, rows: Row[]): Promise<Set<string>> {
    const findings = await altered.found((database) => {
      const cast = place.bits === undefined && typeof rows[0]?.value === "string";
      const value = cast ? "CAST(? AS TEXT)" : "?";
      const sql = `UPDATE ${place.table} SET ${place.column} = ${value} WHERE ${place.key} = ?`;
      const update = database.prepare(sql);
      for (const row of rows) update.run(flipped(row.value, bit), row.row);
    });
    return new Set(findings.map(({ what }) => what.split("@", 1)[0] as string));
  }

  /** The same bit of every statement at once: each must be named. */
  async function unnamed(place: Place, bit: number): Promise<string[]> {
    const rows = rowsAt(place).filter((row) => bit < bitsOf(place, row));
    const named = await namedBy(place, bit, rows);
    return rows.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  }

  for (const place of PLACES) {
    it(`in ${place.name} of ${STATEMENTS} statements`, async () => {
      const rows = rowsAt(place);
      assert.equal(rows.length, STATEMENTS);
      const most = Math.max(...rows.map((row) => bitsOf(place, row)));
      for (let bit = place.first ?? 0; bit < most; bit++) {
        assert.deepEqual(await unnamed(place, bit), [], `bit ${bit}`);
      }
    });
  }

  it("alone, and then no other statement is", async () => {
    for (const place of PLACES) {
      for (let at = 0; at < STATEMENTS; at += 33) {
        const rows = rowsAt(place);
        const row = rows[at] as Row;
        const { first = 0 } = place;
        const named = await namedBy(place, first + (at % (bitsOf(place, row) - first)), [row]);
        const others = rows.filter(({ id }) => id !== row.id && named.has(id));
        assert.ok(named.has(row.id), `${place.name} of ${row.id}`);
        assert.deepEqual(others, [], place.name);
      }
    }
  });

  it("in the instant of a run, by every statement that came with it", async () => {
    for (let bit = 0; bit < 8 * "2024-05-06T07:08:09Z".length; bit += 5) {
      const findings = await altered.found((database) => {
        const { at } = database.prepare("SELECT at FROM run").get() as { at: string };
        database.prepare("UPDATE run SET at = CAST(? AS TEXT)").run(flipped(at, bit));
      });
      assert.equal(new Set(findings.map(({ what }) => what)).size, STATEMENTS + 1, `bit ${bit}`);
    }
  });

  it("in the head of the log", async () => {
    const { root } = altered.database.prepare("SELECT root FROM log").get() as { root: Buffer };
    for (let bit = 0; bit < 256; bit += 3) {
      const findings = await altered.found((database) =>
        database.prepare("UPDATE log SET root = ?").run(flipped(root, bit)),
      );
      assert.ok(
        findings.some(({ what }) => what === "log"),
        `bit ${bit}`,
      );
    }
    for (let bit = 0; bit < 16; bit++) {
      const findings = await altered.found((database) =>
        database.prepare("UPDATE log SET size = ?").run(STATEMENTS ^ (1 << bit)),
      );
      assert.ok(
        findings.some(({ what }) => what === "log"),
        `bit ${bit} of its size`,
      );
    }
  });
});

function flipped(value: Row["value"], bit: number): bigint | Buffer {
  if (typeof value === "number" || typeof value === "bigint") {
    return BigInt(value) ^ (1n << BigInt(bit));
  }
  const bytes = Buffer.from(value as string);
  bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
  return bytes;
}
