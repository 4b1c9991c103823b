import { copyFileSync } from "node:fs";
import path from "node:path";
import { importFolders } from "../../src/import/import-folders.ts";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { restoreStatement } from "../../src/publishing/restore-statement.ts";
import { undoRun } from "../../src/publishing/undo-run.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { openStore } from "../../src/store/open-store.ts";
import { readMigrations } from "../../src/store/sqlite/migrations.ts";
import type { Store } from "../../src/store/store.ts";
import { archiveOfSchema } from "./archive-of-schema.ts";
import { EARLIER_INSTANT, FIXED_INSTANT } from "./fixed-instant.ts";
import { writeStatementFiles } from "./statement-files.ts";
import { statementsIn } from "./statements-in.ts";

/** What is done to an archive while it is disturbed. */
export interface Act {
  name: string;
  /** The archive's file before it; `null` where there is none. */
  base: string | null;
  /** The command's script, and its arguments. */
  command: [script: string, ...args: string[]];
  /** The same within this process. */
  perform(store: Store): Promise<unknown>;
  /** Whether it may be done once more where it is done already. */
  repeatable: boolean;
}

const SOURCE = "letters";

function times(at: string) {
  return { at, now: () => at, language: "en", maxFileBytes: 1_000_000 };
}

function importing(folder: string, at = FIXED_INSTANT): (store: Store) => Promise<unknown> {
  const options = { ...times(at), dryRun: false, sample: false, dateFromName: false };
  return (store) => importFolders(store, [{ path: folder, source: SOURCE }], options);
}

/** Opens the archive as every writing command does, and closes it again. */
export async function onArchive(
  database: string,
  work: (store: Store) => Promise<unknown>,
): Promise<void> {
  const store = await openStore(database, { readOnly: false });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** Every act, with its archive made under `root`. */
export async function makeActs(root: string): Promise<Act[]> {
  writeStatementFiles(root);
  const [earlier, later] = [path.join(root, "earlier"), path.join(root, "later")];
  const base = path.join(root, "base.db");
  await onArchive(base, importing(earlier, EARLIER_INSTANT));
  const importArgs = (folder: string): Act["command"] => [
    "import.js",
    folder,
    "--source",
    SOURCE,
    "--json",
  ];
  const imports = {
    command: importArgs(later),
    perform: importing(later),
    repeatable: true,
  };
  return [
    { name: "import", base, ...imports },
    {
      name: "first import",
      base: null,
      command: importArgs(earlier),
      perform: importing(earlier),
      repeatable: true,
    },
    ...upgrades(root, base).map((act) => ({ ...act, ...imports })),
    ...(await publishing(root, base)),
  ];
}

function upgrades(root: string, base: string): Pick<Act, "name" | "base">[] {
  const earlier = readMigrations().slice(0, -1);
  return earlier.map(({ number }) => ({
    name: `upgrade from schema ${number}`,
    base: archiveOfSchema(number, base, path.join(root, `schema-${number}.db`)),
  }));
}

async function publishing(root: string, base: string): Promise<Act[]> {
  const erased = await idOf(base, "2022-12-12");
  const other = await idOf(base, "2023-03-03");
  const reason = "A court said so.";
  const withdraw = (store: Store) =>
    withdrawStatement(store, { id: erased, reason, keepText: false }, times(FIXED_INSTANT));
  const [corrected, words] = [path.join(root, "corrected.txt"), path.join(root, "erased.txt")];
  const withdrawn = path.join(root, "withdrawn.db");
  copyFileSync(base, withdrawn);
  await onArchive(withdrawn, withdraw);
  return [
    {
      name: "withdrawal",
      base,
      command: ["withdraw.js", erased, "--reason", reason, "--json"],
      perform: withdraw,
      repeatable: true,
    },
    {
      name: "correction",
      base,
      command: ["correct.js", other, corrected, "--note", "A slip.", "--json"],
      perform: (store) =>
        correctStatement(
          store,
          { id: other, file: corrected, note: "A slip." },
          times(FIXED_INSTANT),
        ),
      repeatable: false,
    },
    {
      name: "restoration",
      base: withdrawn,
      command: ["reinstate.js", erased, words, "--json"],
      perform: (store) =>
        restoreStatement(store, { id: erased, file: words, reason: null }, times(FIXED_INSTANT)),
      repeatable: false,
    },
    {
      name: "undone import",
      base,
      command: ["undo.js", "1", "--reason", reason, "--json"],
      perform: (store) => undoRun(store, { run: 1, reason }, times(FIXED_INSTANT)),
      repeatable: false,
    },
  ];
}

async function idOf(base: string, day: string): Promise<string> {
  const found = (await statementsIn(base)).find(({ date }) => date === day);
  if (!found) throw new Error(`expected a statement of ${day}`);
  return found.id;
}
