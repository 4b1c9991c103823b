import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { Page } from "playwright-core";
import { browserTest } from "../support/chromium.ts";
import { onlyLine } from "./support/trial-pages.ts";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";
import { watchedPage } from "./support/watched-page.ts";

interface Focus {
  /** The address of the link in focus, as written; empty where none is. */
  href: string;
  tag: string;
  visible: boolean;
  /** In which form field the focus is, by its name. */
  name: string;
}

/**
 * Runs in the page: where the keyboard is, and whether an eye finds it (an outline, within the window). A link drawn in
 * a chart may draw its ring as the stroke of what it holds.
 */
const FOCUS = `(() => {
  const active = document.activeElement;
  const ringed = [active, ...active.children].some((element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return outline || (element instanceof SVGElement && style.stroke !== "none");
  });
  const box = active.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    href: active.getAttribute("href") ?? "",
    tag: active.localName,
    visible: ringed && inside,
    name: active.getAttribute("name") ?? "",
  };
})()`;

/** Runs in the page: everything that takes the focus, and does not show that it has it. */
const HIDDEN_FOCUS = `[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((element) => element.checkVisibility())
  .map((element) => (element.focus(), ${FOCUS}))
  .filter(({ visible }) => !visible)`;

describe("by keyboard alone, without JavaScript", () => {
  let site: TrialSite;
  before(async () => {
    site = await openTrialSite();
  });
  after(() => site.close());

  browserTest(
    "from home to a month, a day, a statement, the earlier one and its first wording",
    async () => {
      const revised = await onlyLine(site.url, "2023-02-21");
      const { page, close } = await openHome();
      await follow(page, /^\/2023$/);
      await follow(page, /^\/2023\/02$/);
      await follow(page, /^\/2023\/02\/22$/);
      const statement = /^\/2023\/02\/22\/[a-z0-9-]*-?[0-9a-z]{10,}$/;
      await follow(page, statement);
      while (!page.url().endsWith(revised.permalink)) {
        await follow(page, new RegExp(`^(${revised.permalink}|/2023/02/22/.+)$`), "rel=prev");
      }
      await follow(page, new RegExp(`^/s/${revised.id}@1$`));
      assert.match(await page.innerText("body"), /from Monday/);
      await close();
    },
  );

  browserTest("the date form of the home page leads to the list of a period", async () => {
    const { page, close } = await openHome();
    await tabTo(page, ({ name }) => name === "from");
    await page.keyboard.type("2023-02");
    await tabTo(page, ({ name }) => name === "to");
    await page.keyboard.type("2023-02");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    const query = new URL(page.url()).searchParams;
    assert.deepEqual([query.get("from"), query.get("to")], ["2023-02", "2023-02"]);
    assert.match(await page.innerText("h1"), /3 statements/);
    await close();
  });

  browserTest("the first key skips to the words", async () => {
    const { page, close } = await openHome();
    await page.keyboard.press("Tab");
    const { href, visible } = await page.evaluate<Focus>(FOCUS);
    assert.equal(href, "#main");
    assert.ok(visible, "the skip link shows when it has the focus");
    await close();
  });

  browserTest(
    "the focus shows on everything that can have it, on every page, light and dark",
    async () => {
      for (const colorScheme of ["light", "dark"] as const) {
        const context = await site.browser().newContext({ colorScheme, javaScriptEnabled: false });
        const { page, open } = await watchedPage(context, site.url);
        for (const { name, path, status } of site.pages) {
          await open(path, status);
          // A ring shows to those who use keys: from here on the page takes us for one of them.
          await page.keyboard.press("Tab");
          assert.deepEqual(await page.evaluate<Focus[]>(HIDDEN_FOCUS), [], `${name} (${path})`);
        }
        await context.close();
      }
    },
  );

  async function openHome() {
    const context = await site.browser().newContext({ javaScriptEnabled: false });
    const { page, open } = await watchedPage(context, site.url);
    await open("/");
    return { page, close: () => context.close() };
  }
});

/** Goes with Tab to a link whose address matches, and takes it with Enter. */
async function follow(page: Page, address: RegExp, marked?: "rel=prev"): Promise<void> {
  const from = page.url();
  const previous = marked && (await page.getAttribute('link[rel="prev"]', "href"));
  const target = previous ? new URL(previous, from).pathname : null;
  await tabTo(page, ({ href }) => address.test(href) && (target === null || href === target));
  await Promise.all([page.waitForURL((url) => url.href !== from), page.keyboard.press("Enter")]);
}

/** Presses Tab until the wanted element has the focus; every element on the way must show that it has it. */
async function tabTo(page: Page, wanted: (focus: Focus) => boolean): Promise<void> {
  for (let pressed = 0; pressed < 600; pressed++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate<Focus>(FOCUS);
    assert.notEqual(focus.tag, "body", `${page.url()}: Tab went past the last element`);
    assert.ok(focus.visible, `${page.url()}: no focus to see on ${JSON.stringify(focus)}`);
    if (wanted(focus)) return;
  }
  assert.fail(`${page.url()}: not reached in 600 steps`);
}
