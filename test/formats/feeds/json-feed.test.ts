import assert from "node:assert/strict";
import { it } from "node:test";
import { jsonFeed } from "../../../src/formats/feeds/json-feed.ts";
import { EXAMPLE_ENTRY, exampleFeed } from "./example-feed.ts";

it("a feed as JSON has what the standard names", () => {
  assert.deepEqual(jsonFeed(exampleFeed()), {
    version: "https://jsonfeed.org/version/1.1",
    title: "Statements from Coast & Wire",
    home_page_url: "https://archive.example/statements?agency=Coast+%26+Wire",
    feed_url: "https://archive.example/statements.feed.json?agency=Coast+%26+Wire&before=20",
    description: "What is new",
    next_url: "https://archive.example/statements.feed.json?agency=Coast+%26+Wire&before=10",
    language: "en",
    authors: [{ name: "Tom & Ana’s archive", url: "https://archive.example" }],
    items: [
      {
        id: EXAMPLE_ENTRY.id,
        url: EXAMPLE_ENTRY.link,
        external_url: EXAMPLE_ENTRY.source,
        title: EXAMPLE_ENTRY.title,
        content_html: EXAMPLE_ENTRY.html,
        summary: EXAMPLE_ENTRY.summary,
        date_published: "2023-03-01T06:40:00Z",
        date_modified: "2023-03-05T10:00:00Z",
        authors: [{ name: "Coast & Wire" }],
        tags: ["roads & bridges"],
        language: "hy",
        _dateline: { date: "2023-02-28", titleDerived: true, rights: "Quote freely." },
      },
    ],
  });
});

it("a feed as JSON leaves out what is not known", () => {
  const bare = { ...EXAMPLE_ENTRY, source: null, author: null, tags: [], summary: "" };
  const feed = jsonFeed(exampleFeed({ next: null, entries: [bare] })) as {
    items: Record<string, unknown>[];
  };
  assert.ok(!("next_url" in feed));
  for (const name of ["external_url", "summary", "authors", "tags"]) {
    assert.ok(!(name in (feed.items[0] ?? {})), name);
  }
});
