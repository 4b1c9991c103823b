import { writeFile } from "node:fs/promises";
import path from "node:path";
import { IMPORTED_AT, type TestArchive } from "../support/archive.ts";

/** What every act of a test is given. */
export const ACT = { at: "2024-06-07T08:09:10Z", language: "en", maxFileBytes: 1_000_000 };

export { IMPORTED_AT };

/** Writes a file of the publisher's, outside the import folder: its path. */
export async function givenFile(archive: TestArchive, name: string, text: string): Promise<string> {
  const file = path.join(path.dirname(archive.folder), name);
  await writeFile(file, text);
  return file;
}
