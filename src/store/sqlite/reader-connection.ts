import type Database from "better-sqlite3";
import { DatelineError } from "../../errors.ts";
import { connectToRead } from "./connect.ts";
import { type Prepare, preparing, type Read } from "./prepare.ts";
import { storeError } from "./sqlite-errors.ts";

/** The connection on which a store reads. */
export interface ReaderConnection {
  /** As it is open now; opens it where it was let go. */
  database(): Database.Database;
  read: Read;
  /** See `Store.state`. */
  state(): string | null;
  /** Closes it, with all locks that it holds; the next reading opens it again. */
  letGo(): void;
  /** Closes it for good: from then on there is no reading. */
  close(): void;
}

interface Open {
  database: Database.Database;
  inTransaction: (read: (prepare: Prepare) => unknown) => unknown;
  dataVersion: Database.Statement;
}

/** Opens it at once, and throws what `connectToRead` does. `onFailure` is told what else than an answer came of a reading. */
export function openReaderConnection(
  path: string,
  readOnly: boolean,
  onFailure: (error: unknown) => void,
): ReaderConnection {
  let openings = 0;
  let open: Open | null = opened();
  let closed = false;

  function opened(): Open {
    openings++;
    const database = connectToRead(path, readOnly);
    const prepare = preparing(database);
    const inTransaction = database.transaction((read: (prepare: Prepare) => unknown) =>
      read(prepare),
    );
    return {
      database,
      inTransaction,
      dataVersion: database.prepare("PRAGMA data_version").pluck(),
    };
  }

  function present(): Open {
    if (closed) throw new DatelineError("unavailable", "the archive has been closed");
    open ??= opened();
    return open;
  }

  function letGo(): void {
    open?.database.close();
    open = null;
  }

  return {
    database: () => present().database,
    read: <Result>(read: (prepare: Prepare) => Result): Result => {
      try {
        return present().inTransaction(read) as Result;
      } catch (error) {
        const known = storeError(error, path);
        onFailure(known);
        throw known;
      }
    },
    // SQLite counts, for each connection, the commits of others (imports have their own), in this process and in others.
    state: () => {
      try {
        return `${present().dataVersion.get()}/${openings}`;
      } catch {
        return null;
      }
    },
    letGo,
    close: () => {
      closed = true;
      letGo();
    },
  };
}
