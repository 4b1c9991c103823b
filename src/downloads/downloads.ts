import type { ArchiveSummary, Store } from "../store/store.ts";
import type { Download } from "./download.ts";

/** What can be had now. */
export interface Offer {
  /** Both files of one state, which may be an earlier one while the present one's are made; `null` where there are none yet. */
  whole: Download | null;
  /** Those of the present state are being made: so many statements of so many are written. */
  making: { written: number; total: number } | null;
  /** Why none of the present state come, for readers; `null` where nothing is wrong. */
  refused: string | null;
}

/** The archive as whole files, made beside the site when somebody asks for them. */
export interface Downloads {
  /**
   * What can be had; where the present state has no files yet, they begin to be made. An earlier state's are offered meanwhile only
   * if nothing was withdrawn or undone since.
   */
  offer(store: Pick<Store, "runs">, summary: ArchiveSummary): Promise<Offer>;
}

/** For a site that has no folder for them. */
export const NO_DOWNLOADS: Downloads = {
  offer: async () => ({
    whole: null,
    making: null,
    refused: "This site has no folder in which they could be made.",
  }),
};
