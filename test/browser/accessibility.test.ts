import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe } from "node:test";
import { browserTest } from "../support/chromium.ts";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";
import { watchedPage } from "./support/watched-page.ts";

/** The checker's own script, which runs in the page. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs in the page: what breaks a rule, and the first element that does. */
const VIOLATIONS = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200)))`;

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
      for (const { name, path, status } of site.pages) {
        await open(path, status);
        await page.evaluate(AXE);
        for (const violation of await page.evaluate<string[]>(VIOLATIONS)) {
          found.push(`${name} (${path}): ${violation}`);
        }
      }
      await context.close();
      assert.deepEqual(found, []);
    });
  }
});
