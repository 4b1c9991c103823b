import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { browserTest } from "../support/chromium.ts";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";
import { watchedPage } from "./support/watched-page.ts";

describe("a reader without JavaScript", () => {
  let site: TrialSite;
  before(async () => {
    site = await openTrialSite();
  });
  after(() => site.close());

  browserTest("searches, narrows, widens, opens a hit and goes on to the next", async () => {
    const context = await site.browser().newContext({ javaScriptEnabled: false });
    const { page, faults, open } = await watchedPage(context, site.url);
    const heading = () => page.locator("h1").innerText();
    await open("/", 200);

    await page.fill("#q", "notice berth");
    await page.press("#q", "Enter");
    assert.equal(await heading(), "1,000 statements with “notice” and “berth”");
    assert.equal(await page.inputValue("#q"), "notice berth");

    await page.click(".tools >> text=2022");
    assert.equal(await heading(), "1,000 statements in 2022, with “notice” and “berth”");
    await page.click(".chips >> text=with “berth”");
    assert.equal(await heading(), "1,000 statements in 2022, with “notice”");
    await page.click(".tools [aria-current]");
    assert.equal(await heading(), "1,000 statements with “notice”");
    await page.click(".order >> text=Oldest first");

    const [first, second] = await page.locator("h3").allInnerTexts();
    await page.click("h3 a");
    assert.equal(await heading(), first);
    assert.ok((await page.locator(".words mark").count()) > 0);
    await page.click("text=Next hit");
    assert.equal(await heading(), second);
    await page.click("text=Previous hit");
    assert.equal(await heading(), first);
    await page.click(".back a");
    assert.equal(await heading(), "1,000 statements with “notice”");

    await page.click(".passage a");
    const target = page.locator(":target");
    assert.ok((await target.locator("mark").count()) > 0);
    assert.deepEqual(faults, []);
    await context.close();
  });
});
