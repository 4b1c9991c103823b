import { realpathSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { DatelineError } from "../errors.ts";
import type { Instant } from "../statements/statement.ts";
import type { ArchiveRestoring, KeptHead, Store } from "../store/store.ts";
import { ARCHIVE_FILE, partFile } from "./bag-files.ts";
import { baggedStatement } from "./bagged-statement.ts";
import { checkBag } from "./check-bag.ts";
import { type Check, Misfit } from "./check-json.ts";
import { damaged } from "./damaged.ts";
import { readWhole } from "./hash-file.ts";
import type { StatementLine } from "./kept-json.ts";
import {
  readDay,
  readFile,
  readHead,
  readLogLine,
  readRun,
  readStatement,
} from "./read-kept-json.ts";
import { readLines } from "./read-lines.ts";

export interface ImportBagOptions {
  at: Instant;
  now?: () => Instant;
  dryRun: boolean;
  onProgress?: (stage: "reading" | "writing", done: number, total: number) => void;
  onWait?: () => void;
}

/** What became of the bag's statements. */
export interface BagReport {
  /** The bag's real path. */
  bag: string;
  /** With those that were taken away. */
  statements: number;
  added: number;
  /** There already, with every wording. */
  unchanged: number;
  revisions: number;
  /** Source files whose bytes were taken over. */
  files: number;
  /** Statements that were taken away. */
  gone: number;
}

const TURN = 32;

/**
 * Checks the whole bag, and then puts the archive that is in it into this one, as one transaction: all of it or nothing. Throws
 * `bad-request`, naming the file, for a bag that is damaged or not Dateline's, and naming a statement for one that this archive holds
 * with another history.
 */
export async function importBag(
  store: Store,
  folder: string,
  options: ImportBagOptions,
): Promise<BagReport> {
  const bag = realpathSync(folder);
  await checkBag(bag, (done, total) => options.onProgress?.("reading", done, total));
  const head = headOf(bag);
  const { at, now, dryRun, onWait } = options;
  const run = { head, at, dryRun, ...(now && { now }), ...(onWait && { onWait }) };
  return store.restoringRun(run, (archive) => new BagImport(bag, archive, options).run(head));
}

function headOf(bag: string): KeptHead {
  const read = (value: unknown) => readHead(value);
  const bytes = readWhole(bag, ARCHIVE_FILE, 1_000_000);
  const { log, form: _, ...head } = parsed(bag, ARCHIVE_FILE, bytes.toString("utf8"), read);
  return { ...head, log: { size: log.size, root: Buffer.from(log.root, "hex") } };
}

class BagImport {
  readonly #bag: string;
  readonly #archive: ArchiveRestoring;
  readonly #options: ImportBagOptions;
  readonly #report: BagReport;

  constructor(bag: string, archive: ArchiveRestoring, options: ImportBagOptions) {
    this.#bag = bag;
    this.#archive = archive;
    this.#options = options;
    this.#report = { bag, statements: 0, added: 0, unchanged: 0, revisions: 0, files: 0, gone: 0 };
  }

  async run(head: KeptHead): Promise<BagReport> {
    const archive = this.#archive;
    await this.#each("runs", readRun, (run) => archive.addRun(run));
    await this.#each("statements", readStatement, (line) => this.#addStatement(line));
    await this.#each("files", readFile, (file) => archive.addFile(file));
    await this.#each("log", readLogLine, ({ record, ...entry }) =>
      archive.addLogEntry({ ...entry, record: Buffer.from(record, "hex") }),
    );
    await this.#each("days", readDay, (day) => archive.addDay(day));
    if (archive.exact()) await this.#expectLog(head);
    return this.#report;
  }

  async #each<Item>(
    part: "runs" | "statements" | "files" | "log" | "days",
    check: Check<Item>,
    work: (item: Item) => Promise<void>,
  ): Promise<void> {
    const name = partFile(part);
    let number = 0;
    for (const line of readLines(this.#bag, name)) {
      number++;
      const item = parsed(this.#bag, name, line, check, number);
      await this.#within(name, number, () => work(item));
      if (number % TURN === 0) await setImmediate();
    }
  }

  /** What refers to nothing, or stands where something is, is a fault of the line. */
  async #within(name: string, number: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const isFault = error instanceof RangeError || error instanceof TypeError;
      if (!isFault) throw error;
      throw damaged(this.#bag, name, `line ${number}: ${error.message}`);
    }
  }

  /** The root of the log covers every statement, wording and act in it. */
  async #expectLog(head: KeptHead): Promise<void> {
    const { size, root } = await this.#archive.logHead();
    const isSame = size === head.log.size && Buffer.from(root).equals(Buffer.from(head.log.root));
    if (isSame) return;
    throw damaged(
      this.#bag,
      partFile("log"),
      "its entries do not give the root that the bag names",
    );
  }

  async #addStatement(line: StatementLine): Promise<void> {
    const statement = baggedStatement(this.#bag, line);
    this.#report.statements++;
    this.#report.gone += line.gone === null ? 0 : 1;
    const standing = await this.#archive.addStatement(statement);
    if (standing === "other") throw otherHistory(this.#bag, line.id);
    if (standing === "held") this.#report.unchanged++;
    else {
      this.#report.added++;
      this.#report.revisions += line.revisions.length;
      for (const { sources } of statement.revisions) {
        this.#report.files += sources.filter(({ bytes }) => bytes !== null).length;
      }
    }
    this.#options.onProgress?.("writing", this.#report.statements, 0);
  }
}

function parsed<Item>(
  bag: string,
  name: string,
  line: string,
  check: Check<Item>,
  number?: number,
): Item {
  try {
    return check(JSON.parse(line));
  } catch (error) {
    const where = number === undefined ? "" : `line ${number}: `;
    const isFault = [Misfit, SyntaxError, RangeError].some((kind) => error instanceof kind);
    if (isFault) throw damaged(bag, name, `${where}${(error as Error).message}`);
    throw error;
  }
}

function otherHistory(bag: string, id: string): DatelineError {
  const message =
    `Nothing of the bag ${bag} was imported: the archive holds the statement ${id}, or its words, with another history ` +
    "than the bag. Import it into an archive of its own: set DATELINE_DATABASE to a new file.";
  return new DatelineError("bad-request", message);
}
