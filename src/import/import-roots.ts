import { realpathSync, type Stats, statSync } from "node:fs";
import { DatelineError } from "../errors.ts";
import { displayedName } from "./file-path.ts";
import type { ImportFolder } from "./import-options.ts";
import { isInside } from "./left-link.ts";
import { quoted } from "./quoted.ts";
import { reasonOfFailure } from "./reason-of-failure.ts";

/** An import folder that a run looks into. */
export interface ImportRoot {
  /** The real path, as `displayedName` writes it. */
  path: string;
  /** The name under which its files are known: given by the user, or the real path. */
  source: string;
  /** The only files looked at, by name; `null`: everything. */
  only: Set<string> | null;
}

/**
 * The import folders, none twice and none inside another: a folder or file that lies in another given folder is read as a
 * part of that. One file's folder is the one that holds it. Throws `usage` where one is not there or two go by one name.
 */
export function importRoots(folders: ImportFolder[]): ImportRoot[] {
  const roots: ImportRoot[] = [];
  for (const root of folders.map(rootOf)) {
    const same = roots.find(({ path }) => path === root.path);
    if (same) merge(same, root);
    else roots.push(root);
  }
  const outermost = roots.filter((root) => !roots.some((other) => isPartOf(root, other)));
  requireOwnNames(outermost);
  return outermost;
}

function rootOf({ path, source }: ImportFolder): ImportRoot {
  const { real, stat } = look(path);
  if (stat.isDirectory()) return { path: real, source: source ?? real, only: null };
  if (!stat.isFile()) {
    throw new DatelineError(
      "usage",
      `Expected a folder or a file, but ${quoted(path)} is neither.`,
    );
  }
  const slash = real.lastIndexOf("/");
  const folder = real.slice(0, slash) || "/";
  return { path: folder, source: source ?? folder, only: new Set([real.slice(slash + 1)]) };
}

function look(path: string): { real: string; stat: Stats } {
  try {
    const real = displayedName(realpathSync.native(path, { encoding: "buffer" }));
    return { real, stat: statSync(path) };
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === "ENOENT";
    const reason = isAbsent ? "is not there" : `cannot be opened: ${reasonOfFailure(error)}`;
    throw new DatelineError("usage", `Expected a folder or a file, but ${quoted(path)} ${reason}.`);
  }
}

function merge(root: ImportRoot, again: ImportRoot): void {
  if (again.only === null) root.only = null;
  else for (const name of again.only) root.only?.add(name);
}

function isPartOf(root: ImportRoot, other: ImportRoot): boolean {
  return other !== root && other.only === null && isInside(other.path, root.path);
}

function requireOwnNames(roots: ImportRoot[]): void {
  const seen = new Map<string, string>();
  for (const { source, path } of roots) {
    const other = seen.get(source);
    if (other !== undefined) {
      throw new DatelineError(
        "usage",
        `Expected another name for each folder, but ${other} and ${path} are both ${quoted(source)}.`,
      );
    }
    seen.set(source, path);
  }
}
