import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { DatelineError } from "../../src/errors.ts";
import { openStore } from "../../src/store/open-store.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** Whether the archive can be read and written, and is sound as far as a quick look tells. Changes nothing. */
export async function checkArchive(database: string): Promise<Finding[]> {
  if (!existsSync(database)) {
    return [warning("archive", `there is none at ${database} yet; an import makes it`)];
  }
  try {
    const store = await openStore(database, { readOnly: true });
    const { total, generation } = await store.summary();
    await store.close();
    const words = `${total.toLocaleString("en")} ${total === 1 ? "statement" : "statements"}, generation ${generation}, of this release`;
    return [fine("archive", words), soundness(database), permission(database)];
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    const find = error.fault === "earlier" ? warning : fault;
    return [find("archive", error.message)];
  }
}

/** Structure only; `npm run verify` recomputes everything. */
function soundness(database: string): Finding {
  const subject = "integrity";
  try {
    const opened = openDatabase(database, { readonly: true, fileMustExist: true });
    const found = opened.pragma("quick_check(1)", { simple: true });
    opened.close();
    return found === "ok"
      ? fine(subject, "quick check passed")
      : fault(subject, `${found}; restore a backup`);
  } catch (error) {
    return fault(subject, `${(error as Error).message}; restore a backup`);
  }
}

/** SQLite writes beside the file, too. */
function permission(database: string): Finding {
  try {
    for (const place of [database, path.dirname(database)]) accessSync(place, constants.W_OK);
    return fine("permission", "this user may write it");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return warning("permission", `this user may only read it (${code}): imports need another`);
  }
}
