import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { NOTHING_TYPED } from "../../src/pages/list-form-values.ts";
import type { ViewName, Views } from "../../src/pages/views.ts";
import { loadViews } from "../../src/web/load-views.ts";
import {
  EXAMPLES,
  exampleChangesPage,
  exampleErrorPage,
  exampleStatementListPage,
} from "../support/example-models.ts";

const render = loadViews("views");
const names = Object.keys(EXAMPLES) as ViewName[];

const HOSTILE = `"'><img src=x onerror=alert(1)></title></script><script>alert(2)</script><%= 6*7 %>{{x}}`;
const RAW =
  /<img|<script(?! src="\/(?:site\.js" defer |search\/search\.js" defer>))|onerror=alert\(1\)>|<%|[^\d]42[^\d]/;

/** The model with hostile words behind every text in it, but for HTML that `src/text` has made safe. */
function hostile<Value>(value: Value, key = ""): Value {
  if (typeof value === "string" && !/^html$|Html$/.test(key)) return (value + HOSTILE) as Value;
  if (Array.isArray(value)) return value.map((each) => hostile(each, key)) as Value;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, each]) => [name, hostile(each, name)]);
  return Object.fromEntries(entries);
}

/** Without the things that are described for machines, in which nothing ends the element. */
function withoutLinkedData(html: string): string {
  return html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, "");
}

function pagesOf<Name extends ViewName>(name: Name): Views[Name][] {
  return EXAMPLES[name];
}

describe("every view", () => {
  it("has a template, and every template is a view", () => {
    const templates = readdirSync("views")
      .filter((file) => file.endsWith(".ejs") && file !== "layout.ejs")
      .map((file) => file.slice(0, -".ejs".length));
    assert.deepEqual(templates.sort(), [...names].sort());
  });

  for (const name of names) {
    it(`prints ${name} without a gap in its words`, () => {
      for (const page of pagesOf(name)) {
        const html = render(name, page);
        assert.doesNotMatch(html, /undefined|\[object |NaN|Infinity|>null</);
        assert.doesNotMatch(html, /\b1 (statements|revisions|paragraphs|words)\b/);
      }
    });

    it(`prints ${name} with one heading, its landmarks and a way to skip to them`, () => {
      for (const page of pagesOf(name)) {
        const html = render(name, page);
        assert.equal(html.match(/<h1[ >]/g)?.length, 1);
        assert.equal(html.match(/<main id="main"/g)?.length, 1);
        assert.match(html, /<a class="skip" href="#main">Skip to the /);
        assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
      }
    });

    it(`prints ${name} with no id twice, no script in it and no style of its own`, () => {
      for (const page of pagesOf(name)) {
        const html = render(name, page);
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
        assert.deepEqual([...new Set(ids)], ids);
        assert.doesNotMatch(
          withoutLinkedData(html),
          /<script(?! src="\/(?:site\.js" defer |search\/search\.js" defer>))|<style| style=| on[a-z]+=/,
        );
      }
    });

    it(`escapes hostile words anywhere in ${name}`, () => {
      for (const page of pagesOf(name)) {
        const html = render(name, hostile(page));
        assert.doesNotMatch(withoutLinkedData(html), RAW);
        assert.ok(html.includes("&lt;img src=x onerror=alert(1)&gt;"));
      }
    });
  }
});

describe("the layout", () => {
  const html = render("statement-list", EXAMPLES["statement-list"][0] as Views["statement-list"], [
    "json",
    "feed.json",
  ]);

  it("gives the page's own address, its data and its neighbours", () => {
    const query = "from=2023-01&amp;agency=coast+wire";
    for (const tag of [
      `<link rel="canonical" href="https://archive.example/statements?${query}">`,
      `<link rel="alternate" type="application/json" title="This page as JSON" href="/statements.json?${query}">`,
      `<link rel="alternate" type="application/feed+json" title="Feed of this page (JSON Feed)" href="/statements.feed.json?${query}">`,
      `<link rel="prev" href="/statements?${query}">`,
      `<link rel="next" href="/statements?${query}&amp;after=2023-01-27.1">`,
    ]) {
      assert.ok(html.includes(tag), tag);
    }
  });

  it("names no format in which the page is not there", () => {
    const offered = html.matchAll(
      /rel="alternate"[^>]* title="This page|rel="alternate"[^>]* title="Feed/g,
    );
    assert.equal([...offered].length, 2);
    assert.equal(html.match(/<footer>.*<\/footer>/s)?.[0].match(/ type="/g)?.length, 2);
  });

  it("leads from every page to the feeds of the whole site, once each", () => {
    const atom = (title: string, href: string) =>
      `<link rel="alternate" type="application/atom+xml" title="${title}" href="${href}">`;
    const all = atom("Statements – Dateline", "/statements.atom");
    const corrections = atom("Revisions and withdrawals – Dateline", "/changes.atom");
    for (const page of [html, render("error", exampleErrorPage())]) {
      assert.ok(page.includes(all));
      assert.ok(page.includes(corrections));
    }
    const changes = render("changes", exampleChangesPage(), ["atom"]);
    assert.equal(changes.split('href="/changes.atom">').length, 2);
  });

  it("leads to the feed of a list, whatever its order and from wherever it goes on", () => {
    const typed = { ...NOTHING_TYPED, agency: "Coast", sort: "oldest", after: "2023-01-27.1" };
    const page = render("statement-list", exampleStatementListPage({ typed }), ["atom"]);
    assert.ok(page.includes('href="/statements.atom?agency=Coast"'));
  });

  it("marks the page that the reader is on", () => {
    assert.match(html, /<a href="\/statements" aria-current="page">Statements<\/a>/);
  });
});
