import { entryBytes, LOGGED, type Logged } from "../../../log/log-entry.ts";
import { renderedDigest, withdrawalRecord, wordingRecord } from "../../../log/log-record.ts";
import type { TreeEdge } from "../../../log/tree-edge.ts";
import { leafHash } from "../../../log/tree-hash.ts";
import { dayNumber, type IsoDate } from "../../../statements/iso-date.ts";
import type { Content, Instant } from "../../../statements/statement.ts";
import { type Prepare, rowOf } from "../prepare.ts";
import { logTree } from "./log-tree.ts";
import { readHead } from "./read-log.ts";

/** Of which wording of which statement an entry speaks. */
export interface LoggedPlace {
  id: string;
  n: number;
  date: IsoDate;
  source: LoggedSource;
}

/** The observation that brought a wording. */
export interface LoggedSource {
  number: number;
  /** The path of the file. */
  file: string;
  sha256: Uint8Array;
}

/** A wording as it comes or comes back. */
export interface LoggedWords {
  content: Content;
  digest: Uint8Array;
  /** `null` where the entry gives the statement no address. */
  slug: string | null;
  /** What the publisher said. */
  note: string | null;
}

interface RunMark {
  number: number;
  at: Instant;
  /** The number of the last revision. */
  revision: number;
}

/** Appends to the log what one run does. */
export class RunLog {
  readonly #prepare: Prepare;
  readonly #run: () => RunMark;
  #tree: TreeEdge | null = null;

  constructor(prepare: Prepare, run: () => RunMark) {
    this.#prepare = prepare;
    this.#run = run;
  }

  wording(change: "added" | "revised" | "restored", place: LoggedPlace, words: LoggedWords): void {
    const { content, digest, slug, note } = words;
    const rendered = renderedDigest(content.blocks && JSON.stringify(content.blocks));
    const { file } = place.source;
    const shown = { ...content, digest: hex(digest), rendered, file };
    this.append(change, place, wordingRecord(shown, slug, note));
  }

  withdrawal(
    change: "marked" | "withdrawn" | "erased",
    place: LoggedPlace,
    reason: string | null,
  ): void {
    this.append(change, place, withdrawalRecord(reason));
  }

  /** `record`: empty where the words were gone before the log began. */
  append(change: Logged, { id, n, date, source }: LoggedPlace, record: Buffer): void {
    const run = this.#run();
    this.#tree ??= logTree(this.#prepare, readHead(this.#prepare).size);
    const entry = {
      statement: id,
      revision: n,
      change,
      date,
      source: hex(source.sha256),
      record: record.length === 0 ? null : hex(record),
      time: run.at,
    };
    const sql = `INSERT INTO log_entry (number, run, revision, statement, n, change, day, source, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const kept = [id, n, LOGGED.indexOf(change), dayNumber(date), source.number, record];
    this.#prepare(sql).run(this.#tree.size, run.number, run.revision, ...kept);
    this.#tree.append(leafHash(entryBytes(entry)));
  }

  /** A log begins anew. */
  clear(): void {
    for (const table of ["log_entry", "log_node"]) this.#prepare(`DELETE FROM ${table}`).run();
    this.#prepare("UPDATE log SET size = 0, root = NULL").run();
    this.#tree = null;
  }

  /** Writes the new head, if anything was appended. */
  finish(): void {
    if (!this.#tree) return;
    const sql = "UPDATE log SET size = ?, root = ? WHERE one = 1";
    this.#prepare(sql).run(this.#tree.size, this.#tree.root());
  }
}

/** Throws a `RangeError` where there is no observation of that number. */
export function loggedSource(prepare: Prepare, number: number): LoggedSource {
  const sql = `SELECT o.number, f.path AS file, o.sha256 FROM source o JOIN file f ON f.number = o.file
    WHERE o.number = ?`;
  const row = rowOf<LoggedSource>(prepare(sql), number);
  if (!row) throw new RangeError(`expected the number of an observation, not ${number}`);
  return row;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
