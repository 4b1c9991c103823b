import { realpathSync } from "node:fs";
import { displayedName, nameBytes } from "./file-path.ts";
import type { Left } from "./left-by-name.ts";

/**
 * Why a link is not read. Links are never followed: what one leads to inside the import folder (a real path) is read
 * under its own name.
 */
export function leftLink(root: string, path: string): Left {
  return { outcome: "skipped", reason: reasonToSkip(root, targetOf(`${root}/${path}`)) };
}

function targetOf(link: string): string | null {
  try {
    return displayedName(realpathSync.native(nameBytes(link), { encoding: "buffer" }));
  } catch {
    return null;
  }
}

function reasonToSkip(root: string, target: string | null): string {
  if (target === null) return "link that leads nowhere";
  const inside = isInside(root, target);
  if (!inside) return "link out of the folder; copy the file here or import its own folder";
  return `link to ${target.slice(root.length + 1) || "the folder itself"}, which has its own name here`;
}

/** Whether the path is the folder or below it; both are real paths. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? folder : `${folder}/`);
}
