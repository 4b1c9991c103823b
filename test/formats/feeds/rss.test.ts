import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rssFeed } from "../../../src/formats/feeds/rss.ts";
import { EXAMPLE_ENTRY, exampleFeed } from "./example-feed.ts";

const HTML =
  "<content:encoded>&lt;p&gt;5 &amp;lt; 6&lt;br&gt;&quot;so&quot;&lt;/p&gt;</content:encoded>";
const SELF =
  '<atom:link rel="self" type="application/rss+xml" href="https://archive.example/statements.rss?agency=Coast+%26+Wire&amp;before=20"/>';

describe("a feed as RSS", () => {
  const lines = rssFeed(exampleFeed()).split("\n");

  const rows: [promise: string, line: string][] = [
    ["has the list's name", "<title>Statements from Coast &amp; Wire</title>"],
    [
      "has the list's page",
      "<link>https://archive.example/statements?agency=Coast+%26+Wire</link>",
    ],
    [
      "was built when anything in it last changed",
      "<lastBuildDate>Sun, 05 Mar 2023 10:00:00 GMT</lastBuildDate>",
    ],
    ["leads to itself", SELF],
    [
      "has an entry's permanent address as its guid",
      `<guid isPermaLink="true">${EXAMPLE_ENTRY.id}</guid>`,
    ],
    ["says when an entry came", "<pubDate>Wed, 01 Mar 2023 06:40:00 GMT</pubDate>"],
    ["says when an entry last changed", "<atom:updated>2023-03-05T10:00:00Z</atom:updated>"],
    ["says of which day an entry is", "<dcterms:issued>2023-02-28</dcterms:issued>"],
    ["has an entry's agency", "<dc:creator>Coast &amp; Wire</dc:creator>"],
    [
      "has plain words as HTML",
      "<description>Lorries &amp;lt;crossed&amp;gt; &amp;amp; left.</description>",
    ],
    ["has the whole text", HTML],
  ];
  for (const [promise, line] of rows) {
    it(promise, () => assert.ok(lines.includes(line), `${line}\nin\n${lines.join("\n")}`));
  }

  it("describes an entry by its title where nothing follows that", () => {
    const feed = exampleFeed({ entries: [{ ...EXAMPLE_ENTRY, title: "Alone", summary: "" }] });
    assert.match(rssFeed(feed), /<description>Alone<\/description>/);
  });
});
