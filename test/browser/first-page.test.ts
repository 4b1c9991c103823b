import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { browserTest, launchChromium } from "../support/chromium.ts";
import { type ServedSite, serveSite } from "./support/served-site.ts";

describe("the first start, without an archive", () => {
  let folder: string;
  let site: ServedSite;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "dateline-first-"));
    site = await serveSite(path.join(folder, "archive.db"));
  });
  after(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });

  test("says in one line the address, the number of statements and their span", () => {
    for (const part of [site.url, "36", "2022", "2023"]) assert.ok(site.startLine.includes(part));
  });

  browserTest(
    "weighs less than 60 KB before compression, with all that the first page asks for",
    async () => {
      const browser = await launchChromium();
      assert.ok(browser);
      const page = await browser.newPage();
      const bodies: Promise<Buffer>[] = [];
      page.on("response", (response) => bodies.push(response.body()));
      await page.goto(`${site.url}/`, { waitUntil: "networkidle" });
      const weights = (await Promise.all(bodies)).map((body) => body.length);
      await browser.close();
      const weight = weights.reduce((sum, bytes) => sum + bytes, 0);
      assert.ok(weights.length >= 2, "the page and its style sheet");
      assert.ok(weight < 60_000, `${weight} bytes: ${weights}`);
    },
  );
});
