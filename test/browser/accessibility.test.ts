import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { browserTest } from "../support/chromium.ts";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";
import { watchedPage } from "./support/watched-page.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const LOOKS = [
  { look: "in light", colorScheme: "light", width: 1280 },
  { look: "in the dark", colorScheme: "dark", width: 1280 },
  { look: "on a narrow screen", colorScheme: "light", width: 320 },
] as const;

describe("axe finds nothing to mend", () => {
  let site: TrialSite;
  before(async () => {
    site = await openTrialSite();
  });
  after(() => site.close());

  for (const { look, colorScheme, width } of LOOKS) {
    browserTest(`on any page ${look}`, async () => {
      const viewport = { width, height: 800 };
      const context = await site.browser().newContext({ colorScheme, viewport });
      const { page, open } = await watchedPage(context, site.url);
      const found: string[] = [];
      for (const { name, path } of site.pages) {
        await open(path);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        for (const { id, nodes } of violations) {
          found.push(`${name} (${path}): ${id}: ${nodes[0]?.html.slice(0, 200)}`);
        }
      }
      await context.close();
      assert.deepEqual(found, []);
    });
  }
});
