import type Database from "better-sqlite3";
import { foldName } from "../../../statements/fold-name.ts";
import { countedTags } from "../kept-names.ts";
import { type Prepare, preparing, rowOf, rowsOf } from "../prepare.ts";
import { isSearchCurrent } from "./search-version.ts";
import { buildSearch } from "./update-search.ts";

/** Makes tags and index of everything in one transaction, unless this release's are there already. */
export function rebuildSearch(database: Database.Database): void {
  const prepare = preparing(database);
  const rebuild = database.transaction(() => {
    // Another process may have done it while this one waited.
    if (isSearchCurrent(prepare)) return;
    rebuildTags(prepare);
    for (const _ of buildSearch(prepare));
  });
  rebuild.immediate();
}

function rebuildTags(prepare: Prepare): void {
  for (const table of ["tagged", "spelling", "name"]) {
    const which = {
      tagged: "tag >= 0",
      spelling: "name IN (SELECT number FROM name WHERE kind = 'tag')",
      name: "kind = 'tag'",
    };
    prepare(`DELETE FROM ${table} WHERE ${which[table as keyof typeof which]}`).run();
  }
  const sql = `SELECT s.key, r.tags FROM statement s JOIN revision r ON r.number = s.wording
    WHERE s.key >= 0 AND r.tags IS NOT NULL`;
  for (const { key, tags } of rowsOf<{ key: number; tags: string }>(prepare(sql))) {
    for (const tag of countedTags(JSON.parse(tags) as string[])) enterTag(prepare, key, tag);
  }
}

function enterTag(prepare: Prepare, key: number, tag: string): void {
  const folded = foldName(tag);
  prepare(`INSERT INTO name (kind, folded, count) VALUES ('tag', ?, 1)
    ON CONFLICT (kind, folded) DO UPDATE SET count = count + 1`).run(folded);
  const sql = "SELECT number FROM name WHERE kind = 'tag' AND folded = ?";
  const name = rowOf<{ number: number }>(prepare(sql), folded)?.number;
  prepare(`INSERT INTO spelling (name, written, count) VALUES (?, ?, 1)
    ON CONFLICT (name, written) DO UPDATE SET count = count + 1`).run(name, tag);
  prepare("INSERT INTO tagged (tag, key) VALUES (?, ?)").run(name, key);
}
