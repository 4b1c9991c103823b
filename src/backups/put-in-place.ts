import { constants } from "node:fs";
import { access, link, open, rename, rm } from "node:fs/promises";
import path from "node:path";

/** File systems without hard links say so in one of these ways. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Gives the file its final name, which then outlives a loss of power. Where something has that name, it is replaced if `overwrite`
 * says so, and else the error `EEXIST` is thrown and both stay as they were.
 */
export async function putInPlace(file: string, target: string, overwrite: boolean): Promise<void> {
  await flush(file);
  if (overwrite) await rename(file, target);
  else await nameNew(file, target);
  await flush(path.dirname(target));
}

/** A link is never made over another file; only without links must one look first. */
async function nameNew(file: string, target: string): Promise<void> {
  try {
    await link(file, target);
    await rm(file);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!NO_LINKS.has(code)) throw error;
    await expectNothing(target);
    await rename(file, target);
  }
}

async function expectNothing(target: string): Promise<void> {
  const isThere = await access(target, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (isThere) throw Object.assign(new Error(`${target} is there already`), { code: "EEXIST" });
}

async function flush(file: string): Promise<void> {
  const opened = await open(file, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
