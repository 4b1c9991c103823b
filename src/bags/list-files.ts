import { type Dirent, lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import { damaged } from "./damaged.ts";

/** A regular file of a bag. */
export interface BagFile {
  /** Under the bag, parts with `/` between them. */
  path: string;
  bytes: number;
}

/** Every file under that folder of the bag, sorted by name, folder by folder. Throws for a link or anything else that is no file. */
export function* listFiles(bag: string, under: string): Generator<BagFile> {
  const found = readdirSync(path.join(bag, under), { withFileTypes: true });
  for (const entry of found.sort(byName)) {
    const name = `${under}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(bag, name);
    else if (entry.isFile()) yield { path: name, bytes: lstatSync(path.join(bag, name)).size };
    else throw damaged(bag, name, "it is no file but a link or something else");
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
