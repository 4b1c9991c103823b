import type { Config } from "../src/config.ts";
import type { ImportOptions } from "../src/import/import-options.ts";
import { presentInstant } from "../src/present-instant.ts";

/** How a folder is read, for whoever imports it and for whoever only looks what an import would say. */
export function importOptions(
  { language, maxFileBytes }: Config,
  asked: { dateFromName: boolean; dryRun: boolean },
): ImportOptions {
  const times = { at: presentInstant(), now: presentInstant };
  return { ...times, ...asked, sample: false, language, maxFileBytes };
}
