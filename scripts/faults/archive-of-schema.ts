import type Database from "better-sqlite3";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { migrate, readMigrations } from "../../src/store/sqlite/migrations.ts";

/**
 * Makes the archive at `path` as a release with that schema would hold what the archive `base` holds: of each table that
 * schema has, the columns that both have. Its search index is to be made anew. Gives the path.
 */
export function archiveOfSchema(schema: number, base: string, path: string): string {
  const database = openDatabase(path);
  database.pragma("page_size = 16384");
  database.pragma("journal_mode = WAL");
  migrate(database, readMigrations().slice(0, schema));
  database.prepare("ATTACH ? AS present").run(base);
  database.pragma("foreign_keys = OFF");
  for (const table of tablesOf(database)) copyRows(database, table);
  if (schema > 1) database.exec("UPDATE search_index SET version = 0; DELETE FROM search_span");
  database.exec("DETACH present");
  database.close();
  return path;
}

function tablesOf(database: Database.Database): string[] {
  const names = (schema: string) =>
    database
      .prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all() as string[];
  const present = new Set(names("present"));
  return names("main").filter((name) => present.has(name));
}

function copyRows(database: Database.Database, table: string): void {
  const columns = (schema: string) =>
    database.prepare("SELECT name FROM pragma_table_info(?, ?)").pluck().all(table, schema);
  const present = new Set(columns("present"));
  const both = columns("main")
    .filter((name) => present.has(name))
    .join(", ");
  database.exec(`DELETE FROM main.${table};
    INSERT INTO main.${table} (${both}) SELECT ${both} FROM present.${table}`);
}
