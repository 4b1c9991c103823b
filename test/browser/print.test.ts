import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { Page } from "playwright-core";
import { browserTest } from "../support/chromium.ts";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";
import { watchedPage } from "./support/watched-page.ts";

interface Paper {
  wide: number;
  ground: string;
  ink: number;
}

/** Runs in the page: how far it overflows, its ground, and the lightness (0 to 255) of its letters. */
const PAPER = `(() => {
  const body = getComputedStyle(document.body);
  const root = getComputedStyle(document.documentElement);
  return {
    wide: document.documentElement.scrollWidth - innerWidth,
    ground: body.backgroundColor === "rgba(0, 0, 0, 0)" ? root.backgroundColor : body.backgroundColor,
    ink: Math.max(...body.color.match(/[\\d.]+/g).slice(0, 3).map(Number)),
  };
})()`;

describe("on paper", () => {
  let site: TrialSite;
  before(async () => {
    site = await openTrialSite();
  });
  after(() => site.close());

  browserTest(
    "a statement carries its date, its permanent address and all of its words",
    async () => {
      const { page, close, open } = await printed();
      await open(pathOf("statement with two wordings"));
      const text = await visibleText(page);
      assert.match(text, /21 February 2023/);
      assert.match(text, new RegExp(`${site.url}/s/[0-9a-z]{10,}`));
      assert.match(text, /stay good until the end of spring/);
      await close();
    },
  );

  browserTest("an earlier wording carries the address of that wording", async () => {
    const { page, close, open } = await printed();
    await open(pathOf("earlier wording"));
    assert.match(await visibleText(page), new RegExp(`${site.url}/s/[0-9a-z]{10,}@1`));
    await close();
  });

  browserTest(
    "every page prints in black on white, even in the dark, and within the sheet",
    async () => {
      const { page, close, open } = await printed();
      for (const { name, path, status } of site.pages) {
        await open(path, status);
        const { wide, ground, ink } = await page.evaluate<Paper>(PAPER);
        assert.ok(wide <= 0, `${name} (${path}): ${wide} pixels too wide`);
        assert.ok(
          ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(ground),
          `${name}: ${ground}`,
        );
        assert.ok(ink < 60, `${name}: letters of lightness ${ink}`);
      }
      await close();
    },
  );

  browserTest("no page prints a field or a button, which nobody can use on paper", async () => {
    const { page, close, open } = await printed();
    const found: string[] = [];
    for (const { name, path, status } of site.pages) {
      await open(path, status);
      const shown = await page.locator("input:visible, select:visible, button:visible").count();
      if (shown > 0) found.push(`${name} (${path}): ${shown}`);
    }
    await close();
    assert.deepEqual(found, []);
  });

  async function printed() {
    // The words of an A4 sheet with margins of 2 cm are about 640 CSS pixels wide.
    const viewport = { width: 640, height: 900 };
    const context = await site.browser().newContext({ viewport, colorScheme: "dark" });
    const { page, open } = await watchedPage(context, site.url);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    return { page, open, close: () => context.close() };
  }

  function pathOf(wanted: string): string {
    const found = site.pages.find(({ name }) => name === wanted);
    assert.ok(found, wanted);
    return found.path;
  }
});

function visibleText(page: Page): Promise<string> {
  return page.evaluate<string>('document.body.innerText.replace(/\\s+/g, " ")');
}
