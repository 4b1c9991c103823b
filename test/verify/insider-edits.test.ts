import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import type Database from "better-sqlite3";
import type { Checkpoint } from "../../src/log/checkpoint.ts";
import { EMPTY_ROOT } from "../../src/log/tree-hash.ts";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { EVERYTHING } from "../../src/statements/statement-filter.ts";
import type { Finding } from "../../src/verify/finding.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { AlteredArchive } from "./altered-archive.ts";
import { coverUp, readOtherwise, rewriteLog } from "./insider.ts";

const FILES = {
  "ferry.txt": "date 2023-01-27 HARBOUR TOWN, January 27 – Wire. The ferry sails on Monday.\n",
  "bridge.txt": "date 2023-01-28 The bridge stays closed.\n",
  "road.md":
    "---\ndate: 2023-01-29\ntitle: The road\nagency: Ministry\ntags: [roads]\n---\nIt is *open*.\n",
  "harbour.txt": "date 2023-01-30 The harbour is free of ice.\n",
  "tower.txt": "date 2023-01-31 The tower was lit.\n",
  "market.txt": "date 2023-02-01 The market moved.\n",
};

const DAY = 2 ** 24;

const READING = { language: "en", maxFileBytes: 1_000_000 };

type Edit = (database: Database.Database, ids: Ids) => void;
type Ids = Record<"ferry" | "bridge" | "road" | "harbour" | "tower" | "market", string>;

const numberOf = (database: Database.Database, id: string) =>
  database
    .prepare(
      "SELECT coalesce((SELECT number FROM statement WHERE id = ?), (SELECT number FROM tombstone WHERE id = ?))",
    )
    .pluck()
    .get(id, id) as number;

/** What an insider does with SQL: what it is, whom it concerns, and the edit before digests are made anew. */
const EDITS: [what: string, of: keyof Ids | null, edit: Edit][] = [
  [
    "a word of a text is replaced, in the source as well",
    "ferry",
    (db, { ferry }) =>
      db
        .prepare("UPDATE revision SET text = replace(text, 'Monday', 'Friday') WHERE statement = ?")
        .run(numberOf(db, ferry)),
  ],
  [
    "a statement is given another day, in the source as well",
    "bridge",
    (db, { bridge }) => {
      db.prepare("UPDATE statement SET key = key + 10 * ? WHERE id = ?").run(DAY, bridge);
      db.prepare(`UPDATE source SET before = CAST('date 2023-02-07 ' AS BLOB)
        WHERE revision IN (SELECT number FROM revision WHERE statement = ?)`).run(
        numberOf(db, bridge),
      );
    },
  ],
  [
    "an address is given other words",
    "harbour",
    (db, { harbour }) => db.prepare("UPDATE statement SET slug = 'ice' WHERE id = ?").run(harbour),
  ],
  [
    "a statement is listed under another headline",
    "tower",
    (db, { tower }) => db.prepare("UPDATE statement SET headline = 'Dark' WHERE id = ?").run(tower),
  ],
  [
    "a statement is given to another agency",
    "road",
    (db, { road }) => {
      db.prepare("UPDATE statement SET agency = 'Court' WHERE id = ?").run(road);
      db.prepare("UPDATE spelling SET written = 'Court' WHERE written = 'Ministry'").run();
    },
  ],
  [
    "the page of a Markdown statement shows other words than its text",
    "road",
    (db, { road }) =>
      db
        .prepare("UPDATE revision SET blocks = replace(blocks, 'open', 'shut') WHERE statement = ?")
        .run(numberOf(db, road)),
  ],
  [
    "an earlier wording is rewritten",
    "bridge",
    (db, { bridge }) =>
      db
        .prepare("UPDATE revision SET text = 'The bridge is closed.' WHERE statement = ? AND n = 1")
        .run(numberOf(db, bridge)),
  ],
  [
    "the last wording is taken out, so that the one before stands",
    "bridge",
    (db, { bridge }) => {
      const number = numberOf(db, bridge);
      db.prepare(`UPDATE statement SET wording = (SELECT number FROM revision WHERE statement = ? AND n = 1)
        WHERE number = ?`).run(number, number);
      db.prepare(
        "DELETE FROM source WHERE revision IN (SELECT number FROM revision WHERE statement = ? AND n > 1)",
      ).run(number);
      db.prepare("DELETE FROM revision WHERE statement = ? AND n > 1").run(number);
      db.prepare("UPDATE revision SET superseded = NULL WHERE statement = ?").run(number);
    },
  ],
  [
    "the note of a correction is softened",
    "bridge",
    (db, { bridge }) =>
      db
        .prepare("UPDATE revision SET note = 'A slip.' WHERE statement = ? AND note IS NOT NULL")
        .run(numberOf(db, bridge)),
  ],
  [
    "the reason of a withdrawal is replaced",
    "tower",
    (db, { tower }) =>
      db
        .prepare("UPDATE event SET reason = 'Tidied up.' WHERE statement = ?")
        .run(numberOf(db, tower)),
  ],
  [
    "a withdrawal is made not to have been",
    "tower",
    (db, { tower }) => {
      db.prepare("DELETE FROM event WHERE statement = ?").run(numberOf(db, tower));
      db.prepare("UPDATE statement SET withdrawn = NULL WHERE id = ?").run(tower);
    },
  ],
  [
    "a statement is taken out without a trace",
    "harbour",
    (db, { harbour }) => {
      const number = numberOf(db, harbour);
      db.prepare(
        "DELETE FROM source WHERE revision IN (SELECT number FROM revision WHERE statement = ?)",
      ).run(number);
      for (const table of ["revision", "file", "event"]) {
        db.prepare(`DELETE FROM ${table} WHERE statement = ?`).run(number);
      }
      db.prepare("DELETE FROM statement WHERE number = ?").run(number);
    },
  ],
  [
    "a statement is slipped in among those of the first import",
    null,
    (db, { ferry }) => {
      const [number, revision] = [900, 900];
      db.prepare(`INSERT INTO source SELECT 900, file, 900, run, sha256, before, after, bytes FROM source
        WHERE revision = (SELECT number FROM revision WHERE statement = ? AND n = 1)`).run(
        numberOf(db, ferry),
      );
      db.prepare(`INSERT INTO revision SELECT ?, ?, n, run, 900, markdown, digest, url, rights, tags, superseded,
        'It never sailed.', blocks, note, overruled, erased FROM revision WHERE statement = ? AND n = 1`).run(
        revision,
        number,
        numberOf(db, ferry),
      );
      db.prepare(`INSERT INTO statement SELECT key + 1, ?, ?, file, '0123456789', 'never', headline, headline_derived,
        place, agency, language, place_name, agency_name, language_name, digest_head, excerpt, changed, amended,
        withdrawn FROM statement WHERE id = ?`).run(number, revision, ferry);
    },
  ],
  [
    "everything is said to have come earlier",
    "ferry",
    (db) => db.prepare("UPDATE run SET at = '2020-01-01T00:00:00Z' WHERE number = 1").run(),
  ],
];

describe("an insider who makes every digest anew", () => {
  let archive: TestArchive;
  let altered: AlteredArchive;
  let ids: Ids;
  let earlier: Checkpoint;
  before(async () => {
    archive = await openTestArchive(FILES);
    const { store, folder } = archive;
    const { statements } = await store.list({
      query: null,
      filter: EVERYTHING,
      order: "oldest",
      after: null,
      limit: 50,
    });
    const names = ["ferry", "bridge", "road", "harbour", "tower", "market"];
    ids = Object.fromEntries(statements.map(({ id }, at) => [names[at], id])) as Ids;
    const options = { at: "2024-05-07T00:00:00Z", dryRun: false };
    await writeFile(`${folder}/../given.txt`, "date 2023-01-28 The bridge stays shut.\n");
    const given = { id: ids.bridge, file: `${folder}/../given.txt`, note: "It was a mistake." };
    await correctStatement(store, given, { ...options, ...READING });
    await withdrawStatement(store, { id: ids.tower, reason: "Denied.", keepText: true }, options);
    await withdrawStatement(store, { id: ids.market, reason: "A name.", keepText: false }, options);
    earlier = { origin: "example.org/log", ...(await store.logHead()) };
    await archive.import({ "later.txt": "date 2023-02-02 The ice came back.\n" });
    await store.close();
    altered = new AlteredArchive(archive.path);
  });
  after(async () => {
    altered.close();
    await archive.close();
  });

  it("finds nothing while nothing was altered, and the log extends the checkpoint", async () => {
    assert.deepEqual(await altered.findings(earlier), []);
  });

  it("makes a log of what stands there that is right by itself", async () => {
    assert.deepEqual(
      await altered.found(rewriteLog, { ...earlier, size: 0, root: EMPTY_ROOT }),
      [],
    );
  });

  it("is named though a second entry hides that one is missing", async () => {
    const findings = await altered.found((database) => {
      database.exec(`INSERT INTO log_entry SELECT max(number) + 1, run, revision, statement, n, change, day, source, record
        FROM log_entry; UPDATE log SET size = size + 1`);
      (EDITS.at(-2) as (typeof EDITS)[number])[2](database, ids);
    });
    assert.match(JSON.stringify(findings), /speaks of it twice/);
  });

  for (const [what, of, edit] of EDITS) {
    it(`is named: ${what}`, async () => {
      const findings = await altered.found((database) => {
        edit(database, ids);
        coverUp(database);
      });
      const id = of === null ? "0123456789" : ids[of];
      assert.ok(
        findings.some((finding) => finding.what.startsWith(id)),
        JSON.stringify(findings),
      );
    });

    it(`is caught from one old checkpoint though the log is rewritten, too: ${what}`, async () => {
      const findings = await altered.found((database) => {
        edit(database, ids);
        coverUp(database);
        rewriteLog(database);
      }, earlier);
      const log = findings.filter((finding) => finding.what === "log");
      assert.match(JSON.stringify(log), /the checkpoint/);
    });
  }

  describe("and a file that another release has read otherwise", () => {
    const found = (edit: Edit, checkpoint: Checkpoint | null) =>
      altered.found((database) => {
        readOtherwise(database, numberOf(database, ids.bridge));
        coverUp(database);
        rewriteLog(database);
        Object.assign(sealed, database.prepare("SELECT size, root FROM log").get());
        edit(database, ids);
      }, checkpoint);
    const sealed: Checkpoint = { origin: "example.org/log", size: 0, root: EMPTY_ROOT };
    const nothing: Edit = () => {};
    const named = (findings: Finding[]) => findings.map(({ kind, what }) => `${kind} ${what}`);

    it("is not called altered: without a checkpoint from before it is undecided", async () => {
      const findings = await found(nothing, null);
      assert.deepEqual(named(findings), [`undecided ${ids.bridge}@2`]);
      assert.match(findings[0]?.why ?? "", /^bridge.txt|given.txt has another text/);
    });

    it("is as it was logged where a checkpoint vouches for it", async () => {
      assert.deepEqual(await found(nothing, sealed), []);
    });

    it("is undecided where the checkpoint is from before it came", async () => {
      const findings = await found(nothing, { ...earlier, size: 0, root: EMPTY_ROOT });
      assert.deepEqual(named(findings), [`undecided ${ids.bridge}@2`]);
    });

    it("is named when its words are then changed, whatever digests are made anew", async () => {
      const insider: Edit = (database) => {
        database
          .prepare("UPDATE revision SET text = 'The bridge is open.' WHERE statement = ? AND n = 2")
          .run(numberOf(database, ids.bridge));
        coverUp(database);
      };
      for (const checkpoint of [null, sealed]) {
        const findings = await found(insider, checkpoint);
        assert.ok(named(findings).includes(`altered ${ids.bridge}@2`), JSON.stringify(findings));
        assert.ok(findings.every(({ kind }) => kind === "altered"));
      }
    });

    it("does not hide an insider who then rewrites the log as well, from a checkpoint", async () => {
      const insider: Edit = (database) => {
        database
          .prepare("UPDATE revision SET text = 'The bridge is open.' WHERE statement = ? AND n = 2")
          .run(numberOf(database, ids.bridge));
        coverUp(database);
        rewriteLog(database);
      };
      const findings = named(await found(insider, sealed));
      assert.ok(findings.includes("altered log"));
      assert.ok(findings.includes(`undecided ${ids.bridge}@2`));
    });
  });
});
