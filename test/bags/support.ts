import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { exportBag } from "../../scripts/export-bag.ts";
import { importBag } from "../../src/bags/import-bag.ts";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { restoreStatement } from "../../src/publishing/restore-statement.ts";
import { undoRun } from "../../src/publishing/undo-run.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { filesUnder, sha256 } from "./rfc-8493.ts";

export const BAGGED_AT = "2026-01-01T00:00:00Z";

const SITE = {
  title: "Test archive",
  url: "https://statements.example.org",
  contact: "desk@example.org",
  rights: null,
  language: "en",
  logSigner: null,
};

/** What happened to each statement of `livedArchive`, and its id. */
export type Lived = Record<
  | "plain"
  | "markdown"
  | "revised"
  | "redated"
  | "corrected"
  | "marked"
  | "erased"
  | "hidden"
  | "restored",
  string
>;

/** An archive in which everything was done that can be. */
export async function livedArchive(): Promise<{ archive: TestArchive; ids: Lived }> {
  const archive = await openTestArchive();
  const words = (name: string) => `The ${name} words were given on that day.`;
  const file = (name: string, date = "2023-01-27") => `date ${date} ${words(name)}\r\n`;
  const names = ["plain", "revised", "redated", "corrected", "marked", "erased", "restored"];
  const files = Object.fromEntries(names.map((name) => [`${name} ü 100%.txt`, file(name)]));
  const first = await archive.import({
    ...files,
    "markdown.md":
      "---\ndate: 2023-01-28\ntitle: A *title*\ntags: [a, b]\n---\n# Head\n\nWords <b>bold</b> and _more_.\n",
  });
  const ids = {} as Lived;
  for (const { file, id } of first.entries)
    ids[file.split(/[ .]/)[0] as keyof Lived] = id as string;
  await archive.import({
    "revised ü 100%.txt": `date 2023-01-27 ${words("revised")} And more.\n`,
    "redated ü 100%.txt": file("redated", "2022-12-31"),
    "plain ü 100%.txt": null,
    "moved/plain.txt": file("plain"),
    "copy.txt": `\ufeffdate 2023-01-27 ${words("plain")}\n`,
  });
  const { store, folder } = archive;
  const at = { at: "2024-06-01T00:00:00Z", language: "en", maxFileBytes: 1_000_000 };
  const given = join(dirname(folder), "given.txt");
  writeFileSync(given, `date 2023-01-27 ${words("corrected").replace("given", "spoken")}\n`);
  await correctStatement(store, { id: ids.corrected, file: given, note: "A slip." }, at);
  const withdraw = (id: string, keepText: boolean) =>
    withdrawStatement(store, { id, reason: "A court said so.", keepText }, at);
  await withdraw(ids.marked, true);
  await withdraw(ids.erased, false);
  await withdraw(ids.restored, false);
  const again = join(folder, "restored ü 100%.txt");
  await restoreStatement(store, { id: ids.restored, file: again, reason: null }, at);
  const mistaken = await archive.import({ "hidden.txt": file("hidden", "2023-02-02") });
  ids.hidden = mistaken.entries.find(({ file }) => file === "hidden.txt")?.id as string;
  const [last] = await store.runs();
  await undoRun(store, { run: last?.number ?? 0, reason: "The wrong folder." }, at);
  return { archive, ids };
}

/** Makes `bag` a bag of the archive. */
export function bagOf(store: Store, bag: string) {
  return exportBag({
    store,
    site: SITE,
    folder: bag,
    onProgress: () => {},
    onBagging: () => {},
    log: () => {},
  });
}

export function imported(store: Store, bag: string, dryRun = false) {
  return importBag(store, bag, { at: BAGGED_AT, dryRun });
}

/** The archive with a bag of it beside; to be closed. */
export async function baggedArchive(): Promise<{
  archive: TestArchive;
  ids: Lived;
  bag: string;
}> {
  const { archive, ids } = await livedArchive();
  const bag = join(dirname(archive.path), "bag");
  await bagOf(archive.store, bag);
  return { archive, ids, bag };
}

/** Runs the test with an empty archive of its own. */
export async function onEmpty<Result>(
  test: (store: Store, path: string) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), "dateline-bag-"));
  const path = join(root, "archive.db");
  const store = await openStore(path, { readOnly: false });
  try {
    return await test(store, path);
  } finally {
    await store.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** A copy of the bag, changed by `change`, beside it. */
export function changedBag(bag: string, change: (copy: string) => void): string {
  const copy = mkdtempSync(`${bag}-changed-`);
  cpSync(bag, copy, { recursive: true });
  change(copy);
  return copy;
}

/** Makes all sums right again, as whoever tampers with a bag would. */
export function reseal(bag: string): void {
  const lines = (names: string[]) =>
    names.map((name) => `${sha256(join(bag, name))}  ${name}\n`).join("");
  const payload = filesUnder(bag, "data");
  writeFileSync(join(bag, "manifest-sha256.txt"), lines(payload));
  const info = readFileSync(join(bag, "bag-info.txt"), "utf8");
  writeFileSync(join(bag, "bag-info.txt"), info.replace(/^Payload-Oxum.*\n/m, ""));
  sealTags(bag);
}

export function sealTags(bag: string): void {
  const tags = readdirSync(bag).filter((name) => /^(bag|manifest).*\.txt$/.test(name));
  const lines = tags.map((name) => `${sha256(join(bag, name))}  ${name}\n`);
  writeFileSync(join(bag, "tagmanifest-sha256.txt"), lines.join(""));
}

/** Replaces text in a file of the bag, which must hold it. */
export function replaceIn(bag: string, name: string, from: string | RegExp, to: string): void {
  const file = join(bag, name);
  const before = readFileSync(file, "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} does not hold ${from}`);
  writeFileSync(file, after);
}
