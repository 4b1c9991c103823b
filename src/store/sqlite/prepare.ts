import type Database from "better-sqlite3";

/** Gives the statement of that SQL, prepared once for a connection. */
export type Prepare = (sql: string) => Database.Statement;

/** Runs a reading in a transaction of its own, so that all its queries see one state. */
export type Read = <Result>(read: (prepare: Prepare) => Result) => Result;

export function preparing(database: Database.Database): Prepare {
  const prepared = new Map<string, Database.Statement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}

/** The first row as the type that the SQL promises; `undefined` where there is none. */
export function rowOf<Row>(statement: Database.Statement, ...values: unknown[]): Row | undefined {
  return statement.get(...values) as Row | undefined;
}

/** All rows as the type that the SQL promises. */
export function rowsOf<Row>(statement: Database.Statement, ...values: unknown[]): Row[] {
  return statement.all(...values) as Row[];
}
