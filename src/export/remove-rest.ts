import type { ExportFolder } from "./export-folder.ts";
import { addressOfPage } from "./file-of-address.ts";
import type { SiteExport } from "./site-export.ts";

/** Files looked through at once. */
const BATCH = 500;

/** Removes what earlier exports wrote and this one did not; but every address that was ever exported keeps working as long as the site knows it. */
export async function removeRest(writer: SiteExport, folder: ExportFolder): Promise<void> {
  for (let after = ""; ; ) {
    const files = folder.record.left(after, BATCH);
    for (const file of files) {
      const address = addressOfPage(file);
      const isKept = address !== null && (await writer.addFormer(address));
      if (!isKept) await folder.remove(file);
    }
    after = files.at(-1) ?? "";
    if (after === "") return;
  }
}
