import assert from "node:assert/strict";
import { it } from "node:test";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { preparing } from "../../../src/store/sqlite/prepare.ts";
import {
  readBytes,
  type StoredBytes,
  storedBytes,
} from "../../../src/store/sqlite/stored-bytes.ts";
import { content, digestOf, fileOf, importing } from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

const TEXT = "Words, слова, 𝄞.\n\nMore.";

const FILES: [name: string, bytes: Buffer, whole: boolean][] = [
  ["a header before and a line end behind", Buffer.from(` date 2023-01-27 ${TEXT}\n`), false],
  ["a BOM", Buffer.from(`\ufeffdate 2023-01-27 ${TEXT}`), false],
  ["nothing but the text", Buffer.from(TEXT), false],
  ["other line ends", Buffer.from(`date 2023-01-27 ${TEXT}`.replaceAll("\n", "\r\n")), true],
  ["another encoding", Buffer.from(`date 2023-01-27 ${TEXT}`, "utf16le"), true],
  ["no bytes", Buffer.alloc(0), true],
];

for (const [name, bytes, whole] of FILES) {
  it(`bytes with ${name} come back, ${whole ? "kept whole" : "the text kept once"}`, () => {
    const stored = storedBytes(bytes, TEXT);
    assert.equal(stored.bytes !== null, whole);
    assert.deepEqual(readBytes(stored, TEXT), bytes);
  });
}

it("every file that was read is in the archive with all its bytes", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const said = content({ date: "2023-01-27", text: TEXT });
    await importing(store, async (run) => {
      const [first, ...others] = FILES;
      const bytes = (first as (typeof FILES)[number])[1];
      const { id } = await run.add(said, digestOf(said), null, fileOf("0", said, { bytes }));
      for (const [name, other] of others)
        await run.noteFile(id, fileOf(name, said, { bytes: other }));
    });
    await store.close();
    const database = openDatabase(path);
    const rows = preparing(database)(`SELECT o.before, o.after, o.bytes, r.text FROM source o
      JOIN revision r ON r.number = o.revision ORDER BY o.number`).all();
    database.close();
    const kept = (rows as (StoredBytes & { text: string })[]).map((row) =>
      readBytes(row, row.text),
    );
    assert.deepEqual(
      kept,
      FILES.map(([, bytes]) => bytes),
    );
  }));
