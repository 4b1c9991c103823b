import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { Page } from "playwright-core";
import { browserTest } from "../support/chromium.ts";
import { onlyLine } from "./support/trial-pages.ts";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";

/** Runs in the page: selects that text within the paragraph of that number, from 0. */
const SELECT = `({ words, paragraph }) => {
  const text = [...document.querySelectorAll(".words p")][paragraph].lastChild;
  const start = text.data.indexOf(words);
  getSelection().setBaseAndExtent(text, start, text, start + words.length);
}`;

/** Runs in the page: where its words stand. */
const PLACES = `[...document.querySelectorAll("main *")]
  .filter((element) => !element.closest(".selected"))
  .map((element) => element.getBoundingClientRect().top + scrollY)`;

describe("selected words", () => {
  let site: TrialSite;
  let permalink: string;
  before(async () => {
    site = await openTrialSite();
    permalink = (await onlyLine(site.url, "2023-02-22")).permalink;
  });
  after(() => site.close());

  browserTest("are copied as a link that leads to them, and nothing moves", async () => {
    const { page, close } = await opened();
    const places = await page.evaluate(PLACES);
    await select(page, "room opens an");
    await page.getByRole("button", { name: "Copy link to this passage" }).click();
    await page.getByRole("status").getByText("The link is copied.").waitFor();
    assert.deepEqual(await page.evaluate(PLACES), places);
    const link = await copied(page);
    const path = `${permalink}?quote=room%20opens%20an#:~:text=room%20opens%20an`;
    assert.equal(link.slice(link.indexOf(permalink)), path);
    await page.goto(site.url + path);
    assert.equal(await page.innerText("mark"), "room opens an");
    await close();
  });

  browserTest("are whole words, whatever part of them was selected", async () => {
    const { page, close } = await opened();
    await select(page, "oom opens a");
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("The link is copied.").waitFor();
    assert.match(await copied(page), /quote=room%20opens%20an#/);
    await close();
  });

  browserTest("are copied with agency, date and permanent address, by keyboard", async () => {
    const { page, close } = await opened();
    await select(page, "room opens an");
    const copy = page.getByRole("button", { name: "Copy quotation with citation" });
    await copy.waitFor();
    await copy.focus();
    await page.keyboard.press("Enter");
    await page.getByText("The quotation is copied.").waitFor();
    assert.match(
      await copied(page),
      /^“room opens an”\n— Example Agency, 22 February 2023\. http[^ ]+\/s\/[0-9a-z]{10}@1$/,
    );
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("group", { name: "Selected passage" }).isVisible(), false);
    await close();
  });

  browserTest("are offered nothing outside of a statement's text", async () => {
    const { page, close } = await opened();
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector("footer"))`);
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole("group", { name: "Selected passage" }).isVisible(), false);
    await close();
  });

  async function opened() {
    const context = await site.browser().newContext();
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.url });
    const page = await context.newPage();
    await page.goto(site.url + permalink);
    return { page, close: () => context.close() };
  }
});

async function select(page: Page, words: string): Promise<void> {
  await page.evaluate(`(${SELECT})(${JSON.stringify({ words, paragraph: 0 })})`);
  await page.getByRole("group", { name: "Selected passage" }).waitFor();
}

function copied(page: Page): Promise<string> {
  return page.evaluate<string>("navigator.clipboard.readText()");
}
