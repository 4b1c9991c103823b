import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { browserTest } from "../support/chromium.ts";
import { movesWhileGrowing } from "./support/growing-page.ts";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";
import { watchedPage } from "./support/watched-page.ts";

/** Runs in the page: by how many pixels it is too wide. */
const OVERFLOW = "document.documentElement.scrollWidth - innerWidth";

/** Runs in the page: how many rows the parts of its head stand in; parts whose middles are near stand in one. */
const ROWS_OF_THE_HEAD = `
  new Set([...document.querySelectorAll("body > header > *")].map((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return Math.round((top + bottom) / 2 / 16);
  })).size
`;

/** Runs in the page before anything else: adds up its layout shifts. */
const WATCH_SHIFTS = `
  globalThis.layoutShifts = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.layoutShifts += value;
  }).observe({ type: "layout-shift", buffered: true });
`;

const WIDTHS = [320, 360, 768, 1280, 1600];

describe("every page fits every width, stands still and stays at home", () => {
  let site: TrialSite;
  before(async () => {
    site = await openTrialSite();
  });
  after(() => site.close());

  browserTest("no page scrolls sideways from 320 to 1600 pixels", async () => {
    const context = await site.browser().newContext();
    const { page, open } = await watchedPage(context, site.url);
    const found: string[] = [];
    for (const { name, path, status } of site.pages) {
      await open(path, status);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate<number>(OVERFLOW);
        if (wide > 0) found.push(`${name} (${path}) at ${width}: ${wide} pixels too wide`);
      }
    }
    await context.close();
    assert.deepEqual(found, []);
  });

  browserTest("on a phone the head takes two rows at most", async () => {
    const context = await site.browser().newContext({ viewport: { width: 320, height: 800 } });
    const { page, open } = await watchedPage(context, site.url);
    const found: string[] = [];
    for (const { name, path, status } of site.pages) {
      await open(path, status);
      const rows = await page.evaluate<number>(ROWS_OF_THE_HEAD);
      if (rows > 2) found.push(`${name} (${path}): ${rows} rows`);
    }
    await context.close();
    assert.deepEqual(found, []);
  });

  for (const width of [320, 700, 1280]) {
    browserTest(`no part of a page moves when the next one comes, ${width} wide`, async () => {
      const context = await site.browser().newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(`${site.url}/robots.txt`);
      for (const { name, path } of site.pages) {
        const response = await fetch(site.url + path);
        const moves = await movesWhileGrowing(page, await response.text());
        assert.deepEqual(moves, [], `${name} (${path})`);
      }
      await context.close();
    });
  }

  for (const width of [320, 1280]) {
    browserTest(
      `no page complains, asks another host or moves while it loads, ${width} wide`,
      async () => {
        const context = await site.browser().newContext({ viewport: { width, height: 800 } });
        const { page, faults, open } = await watchedPage(context, site.url);
        await page.addInitScript(WATCH_SHIFTS);
        for (const { name, path, status } of site.pages) {
          const response = await open(path);
          assert.equal(response.status(), status, `${name} (${path})`);
          const shifts = await page.evaluate<number>("layoutShifts");
          assert.equal(shifts, 0, `${name} (${path}) moved while it loaded`);
          assert.deepEqual(faults, [], `${name} (${path})`);
        }
        await context.close();
      },
    );
  }
});
