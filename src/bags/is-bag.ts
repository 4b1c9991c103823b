import { lstatSync } from "node:fs";
import path from "node:path";
import { BAGIT, MANIFEST, PAYLOAD, TAG_MANIFEST } from "./bag-files.ts";

/**
 * Whether the folder is a bag, whole or not: it has a payload, and two of the three files that every bag of Dateline has. A folder of
 * statements that holds a file `bagit.txt` is none.
 */
export function isBag(folder: string): boolean {
  const tags = [BAGIT, MANIFEST, TAG_MANIFEST].filter((name) => is(folder, name, "isFile"));
  return tags.length >= 2 && is(folder, PAYLOAD, "isDirectory");
}

/** What is no folder, or cannot be looked into, is no bag: an import says what it is. */
function is(folder: string, name: string, kind: "isFile" | "isDirectory"): boolean {
  try {
    return lstatSync(path.join(folder, name))[kind]();
  } catch {
    return false;
  }
}
