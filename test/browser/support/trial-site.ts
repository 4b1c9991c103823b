import type { Browser } from "playwright-core";
import { launchChromium } from "../../support/chromium.ts";
import { type ServedSite, serveSite } from "./served-site.ts";
import { openTrialArchive, type TrialArchive } from "./trial-archive.ts";
import { type TrialPage, trialPages } from "./trial-pages.ts";

/** The trial archive served by the real program, its pages, and a browser. */
export interface TrialSite {
  url: string;
  pages: TrialPage[];
  /** Throws where there is no Chromium: ask in a `browserTest` only. */
  browser(): Browser;
  close(): Promise<void>;
}

export async function openTrialSite(): Promise<TrialSite> {
  const trial: TrialArchive = await openTrialArchive();
  const site: ServedSite = await serveSite(trial.archive.path);
  const browser = await launchChromium();
  return {
    url: site.url,
    pages: await trialPages(site.url, trial.removedId),
    browser: () => {
      if (browser === null) throw new Error("there is no Chromium");
      return browser;
    },
    close: async () => {
      await browser?.close();
      await site.close();
      await trial.archive.close();
    },
  };
}
