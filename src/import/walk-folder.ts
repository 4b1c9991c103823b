import { type Dirent, readdirSync } from "node:fs";
import { displayedName, nameBytes } from "./file-path.ts";
import { holdsBag } from "./holds-bag.ts";
import { type Left, leftByName } from "./left-by-name.ts";
import { leftLink } from "./left-link.ts";
import { inNaturalOrder } from "./natural-order.ts";
import { reasonOfFailure } from "./reason-of-failure.ts";

/** An entry of a folder that is no folder itself, or a folder that is not looked into. */
export interface Entry {
  /** Under the import folder, parts joined by `/`, each as `displayedName` writes it. */
  path: string;
  /** Why it is not read; `null` for a statement file, which is still to be opened. */
  left: Left | null;
}

/** What a walk tells of as it meets it. */
export interface Walk {
  /** Called in natural order, part by part of the path. */
  onEntry(entry: Entry): void;
  /** Called with folders that could not be looked into, as paths that end in `/` (the import folder itself: ``): what they hold is unknown. */
  onUnread(under: string): void;
}

/**
 * Names everything below the folder (a real path as `displayedName` writes it) and opens nothing but folders. Links are
 * named and never followed, so that nothing is read twice, nothing outside is read, and no loop is walked.
 */
export function walkFolder(root: string, walk: Walk): void {
  walkInto(root, "", walk);
}

function walkInto(root: string, under: string, walk: Walk): void {
  const found = readFolder(`${root}/${under}`);
  if ("failure" in found) {
    const reason = `folder that cannot be opened: ${found.failure}`;
    walk.onEntry({ path: under.slice(0, -1) || ".", left: { outcome: "refused", reason } });
    walk.onUnread(under);
    return;
  }
  if (under !== "" && holdsBag(found)) {
    walk.onEntry({ path: under.slice(0, -1), left: bagWithin() });
    walk.onUnread(under);
    return;
  }
  for (const name of inNaturalOrder([...found.keys()])) {
    visit(root, `${under}${name}`, name, found.get(name) as Dirent<Buffer>, walk);
  }
}

function visit(root: string, path: string, name: string, found: Dirent<Buffer>, walk: Walk): void {
  if (!found.isDirectory()) walk.onEntry({ path, left: leftEntry(root, path, name, found) });
  else if (name.startsWith(".")) walk.onEntry({ path, left: hiddenFolder() });
  else walkInto(root, `${path}/`, walk);
}

function leftEntry(root: string, path: string, name: string, found: Dirent<Buffer>): Left | null {
  if (found.isSymbolicLink()) return leftLink(root, path);
  if (found.isFile()) return leftByName(name);
  return { outcome: "skipped", reason: `not a regular file but a ${kindOf(found)}` };
}

function bagWithin(): Left {
  return { outcome: "skipped", reason: "a BagIt bag, not looked into; import it by itself" };
}

function hiddenFolder(): Left {
  return { outcome: "skipped", reason: "hidden folder, not looked into" };
}

function kindOf(found: Dirent<Buffer>): string {
  if (found.isFIFO()) return "named pipe";
  if (found.isSocket()) return "socket";
  return "device";
}

function readFolder(path: string): Map<string, Dirent<Buffer>> | { failure: string } {
  try {
    const found = readdirSync(nameBytes(path), { encoding: "buffer", withFileTypes: true });
    return new Map(found.map((entry) => [displayedName(entry.name), entry]));
  } catch (error) {
    return { failure: reasonOfFailure(error) };
  }
}
