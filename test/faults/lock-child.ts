import { openDatabase } from "../../src/store/sqlite/driver.ts";

/** A process that keeps everybody else out of the archive `lock-child ARCHIVE`, says so, and goes on until it is ended. */
const database = openDatabase(process.argv[2] as string);
database.pragma("locking_mode = EXCLUSIVE");
database.exec("BEGIN EXCLUSIVE");
process.stdout.write("locked\n");
// What nobody names is collected, and its lock with it.
setInterval(() => database.inTransaction, 60_000);
