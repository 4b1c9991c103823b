import { readdirSync, readFileSync } from "node:fs";
import type Database from "better-sqlite3";

/** One step from a schema to the next. */
export interface Migration {
  /** The schema after it: 1 for the first, no gaps. */
  number: number;
  sql: string;
}

/** "Dtln": says in the file's header that it is an archive of Dateline. */
export const APPLICATION_ID = 0x44746c6e;

// dist/src/store/sqlite → src/store/sqlite: SQL is not compiled, so it stays in the sources.
const FOLDER = new URL("../../../../src/store/sqlite/migrations/", import.meta.url);

/** All migrations, in order. */
export function readMigrations(): Migration[] {
  return migrationFiles().map((name, index) => {
    const number = Number(name.slice(0, 4));
    if (number !== index + 1) throw new Error(`expected migration ${index + 1}, found ${name}`);
    return { number, sql: readFileSync(new URL(name, FOLDER), "utf8") };
  });
}

/** The number of the last migration. */
export function countMigrations(): number {
  return migrationFiles().length;
}

function migrationFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort();
}

/** The number of the schema that the database has; 0 for an empty one. */
export function schemaOf(database: Database.Database): number {
  return database.pragma("user_version", { simple: true }) as number;
}

/** Brings the database to the last of the migrations, each step in a transaction of its own. */
export function migrate(database: Database.Database, migrations: Migration[]): void {
  const step = database.transaction((migration: Migration) => {
    // Another process may have taken the step while this one waited.
    if (schemaOf(database) >= migration.number) return;
    database.exec(migration.sql);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${migration.number}`);
  });
  for (const migration of migrations) step.immediate(migration);
}
