import { type Dirent, opendirSync } from "node:fs";
import { displayedName, nameBytes } from "./file-path.ts";
import { type FolderContent, holdsBag } from "./holds-bag.ts";
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

type Other = Dirent | undefined;

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
  for (const name of inNaturalOrder(found.names)) {
    visit(root, `${under}${name}`, name, found.others.get(name), walk);
  }
}

/** `other`: what it is where it is no regular file. */
function visit(root: string, path: string, name: string, other: Other, walk: Walk): void {
  if (!other?.isDirectory()) walk.onEntry({ path, left: leftEntry(root, path, name, other) });
  else if (name.startsWith(".")) walk.onEntry({ path, left: hiddenFolder() });
  else walkInto(root, `${path}/`, walk);
}

function leftEntry(root: string, path: string, name: string, other: Other): Left | null {
  if (!other) return leftByName(name);
  if (other.isSymbolicLink()) return leftLink(root, path);
  return { outcome: "skipped", reason: `not a regular file but a ${kindOf(other)}` };
}

function bagWithin(): Left {
  return { outcome: "skipped", reason: "a BagIt bag, not looked into; import it by itself" };
}

function hiddenFolder(): Left {
  return { outcome: "skipped", reason: "hidden folder, not looked into" };
}

function kindOf(found: Dirent): string {
  if (found.isFIFO()) return "named pipe";
  if (found.isSocket()) return "socket";
  return "device";
}

function readFolder(path: string): FolderContent | { failure: string } {
  try {
    return contentOf(path);
  } catch (error) {
    return { failure: reasonOfFailure(error) };
  }
}

/** One entry after the other, of which nothing but the name is kept: all at once, a million would take a gigabyte. */
function contentOf(path: string): FolderContent {
  const content: FolderContent = { names: [], others: new Map() };
  // Node takes it here as in `readdir`, and its types leave it out: a name may be no UTF-8.
  const folder = opendirSync(nameBytes(path), { encoding: "buffer" as BufferEncoding });
  try {
    for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
      const name = displayedName(entry.name as unknown as Buffer);
      content.names.push(name);
      if (!entry.isFile()) content.others.set(name, entry);
    }
  } finally {
    folder.closeSync();
  }
  return content;
}
