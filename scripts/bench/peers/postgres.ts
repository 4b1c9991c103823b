import { spawnSync } from "node:child_process";
import { chownSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Corpus } from "../corpus/corpus.ts";
import { statementText } from "../corpus/made-statement.ts";
import { run } from "../measure/run.ts";
import { atEnd } from "../tidy.ts";

/** A cluster of its own, on a socket in its own folder. */
export interface Postgres {
  /** What psql prints for a script, on stdout. */
  psql(script: string): Promise<string>;
  stop(): void;
}

/** All in memory, nothing synchronized: what can be had for a search that only reads. */
const SETTINGS = [
  "listen_addresses=",
  "shared_buffers=1GB",
  "work_mem=64MB",
  "maintenance_work_mem=512MB",
  "fsync=off",
  "autovacuum=off",
  "jit=off",
  "random_page_cost=1.1",
];

/** PostgreSQL refuses to run as root: then it runs as Debian's user for it. */
function owner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

/** Starts a new cluster with the programs in `bin`. */
export async function startPostgres(bin: string): Promise<Postgres> {
  const user = owner();
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-bench-pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, "data");
  const as = { ...user, cwd: folder };
  const control = (...parameters: string[]) => [...parameters, "-D", data, "-w"];
  const stop = atEnd(() => {
    spawnSync(path.join(bin, "pg_ctl"), control("stop", "-m", "immediate"), { ...as });
    rmSync(folder, { recursive: true, force: true });
  });
  await run(
    path.join(bin, "initdb"),
    ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8"],
    as,
  );
  const options = [...SETTINGS, `unix_socket_directories=${folder}`].map((text) => `-c ${text}`);
  const log = path.join(folder, "log");
  await run(path.join(bin, "pg_ctl"), control("start", "-l", log, "-o", options.join(" ")), as);
  const psql = async (script: string) => {
    const parameters = [
      "-X",
      "-q",
      "-h",
      folder,
      "-U",
      "postgres",
      "-v",
      "ON_ERROR_STOP=1",
      "-f",
      script,
    ];
    return (await run(path.join(bin, "psql"), parameters)).stdout;
  };
  return { psql, stop };
}

/** Words as they are, without word forms; an index for words, and one for newest first. */
export function loadScript(table: string): string {
  return `
CREATE TABLE statement (id bigint PRIMARY KEY, date date NOT NULL, place text, agency text, text text NOT NULL);
\\copy statement from '${table}'
ALTER TABLE statement ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED;
CREATE INDEX by_date ON statement (date DESC, id DESC);
CREATE INDEX by_words ON statement USING gin (words);
VACUUM ANALYZE statement;
`;
}

/** Writes the corpus as COPY reads it. */
export function writeTable(corpus: Corpus, file: string): void {
  const table = openSync(file, "w");
  for (let index = 0; index < corpus.size; index += 1) {
    const made = corpus.statement(index);
    const cells = [String(index), made.date, made.place, made.agency, statementText(made)];
    writeSync(table, `${cells.map(copied).join("\t")}\n`);
  }
  closeSync(table);
}

function copied(cell: string | null): string {
  if (cell === null) return "\\N";
  return cell.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
