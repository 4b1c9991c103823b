import type { IsoDate } from "../statements/iso-date.ts";
import type { ImportRoot } from "./import-roots.ts";
import type { Left } from "./left-by-name.ts";
import type { SeenFile } from "./match-files.ts";

/** What the first reading keeps of a file: not its words. See `RunFiles`. */
export type RunFile = LeftFile | ReadableFile;

interface NamedFile {
  /** Among the files of the run. */
  number: number;
  root: ImportRoot;
  /** Under the root. */
  path: string;
  key: string;
}

export interface LeftFile extends NamedFile {
  left: Left;
}

/** A file that holds a statement. */
export interface ReadableFile extends NamedFile, SeenFile {
  left: null;
  date: IsoDate;
  warnings: string[];
}

/** The same for the same name in the same import folder, in every run. */
export function fileKey(source: string, path: string): string {
  return `${source}\0${path}`;
}
