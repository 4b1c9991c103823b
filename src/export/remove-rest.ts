import type { ExportFolder } from "./export-folder.ts";
import { addressOfPage } from "./file-of-address.ts";
import { leftIn } from "./left-in.ts";
import type { SiteExport } from "./site-export.ts";

/**
 * Removes what earlier exports wrote and this one did not; but every address that was ever exported keeps working as long as the site
 * knows it.
 */
export async function removeRest(writer: SiteExport, folder: ExportFolder): Promise<void> {
  for (const file of leftIn(folder)) {
    const address = addressOfPage(file);
    // The page before it may have led to this one.
    if (address !== null && !folder.record.has(file)) await writer.addFormer(address);
  }
  for (const file of leftIn(folder)) await folder.remove(file);
}
