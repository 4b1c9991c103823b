import assert from "node:assert/strict";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { AboutPage } from "../../src/pages/about-page.ts";
import type { ErrorPage } from "../../src/pages/error-page.ts";
import { PROJECT_ROOT } from "../../src/project-root.ts";
import { loadViews } from "../../src/web/load-views.ts";

describe("the views, when they are loaded", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "dateline-views-"));
    await cp(path.join(PROJECT_ROOT, "views"), folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  const about = (fields: object) => ({ layout: {}, ...fields }) as unknown as AboutPage;

  it("are refused where one is missing that is declared", async () => {
    await rm(path.join(folder, "about.ejs"));
    assert.throws(() => loadViews(folder), /views\/about\.ejs is missing/);
  });

  it("are refused where one is there that nobody declared", async () => {
    await write("extra.ejs", "");
    assert.throws(() => loadViews(folder), /views\/extra\.ejs is there/);
  });

  it("are refused where a part is missing", async () => {
    await write("about.ejs", '<%- include("parts/nowhere") %>');
    assert.throws(() => loadViews(folder), /views\/about\.ejs includes parts\/nowhere/);
  });

  it("are refused where a part is not named outright", async () => {
    await write("about.ejs", "<%- include(page.part) %>");
    assert.throws(() => loadViews(folder), /expected a part in quotes/);
  });

  it("fail alone where one is not well-formed, when it is first printed", async () => {
    await write("layout.ejs", "<%- page.bodyHtml %>");
    await write("about.ejs", "<% if (page { %>");
    await write("error.ejs", "Gone.");
    const render = loadViews(folder);
    assert.throws(() => render("about", about({})), SyntaxError);
    assert.equal(render("error", about({}) as unknown as ErrorPage), "Gone.");
  });

  it("are printed without the disk", async () => {
    await write("layout.ejs", "[<%- page.bodyHtml %>]");
    await write("about.ejs", '<%= page.word %><%- include("parts/one", { word: page.word }) %>');
    await write("parts/one.ejs", '-<%- include("two", { word: page.word }) %>');
    await write("parts/two.ejs", "<%- page.word %>");
    const render = loadViews(folder);
    await rm(path.join(folder, "parts"), { recursive: true });
    assert.equal(render("about", about({ word: "<b>" })), "[&lt;b&gt;-<b>]");
  });

  it("escape whatever the model holds, its names included", async () => {
    await write("layout.ejs", "<%- page.bodyHtml %>");
    await write("about.ejs", "<%= page.word %>");
    const render = loadViews(folder);
    const hostile = { escapeFn: String, settings: { "view options": { escape: String } } };
    const word = "<i a='\"&>";
    assert.equal(
      render("about", about({ ...hostile, word })).replaceAll(/&[#\w]+;/g, "·"),
      "·i a=····",
    );
    assert.equal(render("about", about({ word: null })), "");
  });
});
