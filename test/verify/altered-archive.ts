import type Database from "better-sqlite3";
import type { Checkpoint } from "../../src/log/checkpoint.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { preparing } from "../../src/store/sqlite/prepare.ts";
import type { Finding } from "../../src/verify/finding.ts";
import { verifyTables } from "../../src/verify/verify-archive.ts";

/** The tables of an archive, changed by hand and put back. */
export class AlteredArchive {
  readonly database: Database.Database;

  constructor(path: string) {
    this.database = openDatabase(path);
  }

  /** What is found while the tables are as `alter` leaves them; all is put back. */
  found(
    alter: (database: Database.Database) => void,
    earlier: Checkpoint | null = null,
  ): Finding[] {
    this.database.exec("BEGIN");
    try {
      alter(this.database);
      return this.findings(earlier);
    } finally {
      this.database.exec("ROLLBACK");
    }
  }

  findings(earlier: Checkpoint | null = null): Finding[] {
    const findings: Finding[] = [];
    const tell = (finding: Finding) => void findings.push(finding);
    verifyTables(preparing(this.database), { earlier, tell });
    return findings;
  }

  close(): void {
    this.database.close();
  }
}
