import type Database from "better-sqlite3";
import type { Checkpoint } from "../../src/log/checkpoint.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { preparing } from "../../src/store/sqlite/prepare.ts";
import type { Finding } from "../../src/verify/finding.ts";
import { verifyTables } from "../../src/verify/verify-archive.ts";

/** The tables of an archive, changed by hand and put back. */
export class AlteredArchive {
  readonly database: Database.Database;

  readonly #readings: boolean;

  /** `readings`: whether files are read again, or digests and the log must tell alone. */
  constructor(path: string, readings = true) {
    this.database = openDatabase(path);
    this.#readings = readings;
  }

  /** What is found while the tables are as `alter` leaves them; all is put back. */
  async found(
    alter: (database: Database.Database) => void,
    earlier: Checkpoint | null = null,
  ): Promise<Finding[]> {
    this.database.exec("BEGIN");
    try {
      alter(this.database);
      return await this.findings(earlier);
    } finally {
      this.database.exec("ROLLBACK");
    }
  }

  async findings(earlier: Checkpoint | null = null): Promise<Finding[]> {
    const findings: Finding[] = [];
    const tell = (finding: Finding) => void findings.push(finding);
    await verifyTables(preparing(this.database), { earlier, readings: this.#readings, tell });
    return findings;
  }

  close(): void {
    this.database.close();
  }
}
