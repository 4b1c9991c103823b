import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { atomFeed } from "../../../src/formats/feeds/atom.ts";
import { EXAMPLE_ENTRY, exampleFeed } from "./example-feed.ts";

const LIST = "https://archive.example/statements.atom?agency=Coast+%26amp;+Wire";

describe("a feed as Atom", () => {
  const lines = atomFeed(exampleFeed()).split("\n");

  const rows: [promise: string, line: string][] = [
    ["has the address of its first document as its id", `<id>${LIST.replace("amp;", "")}</id>`],
    ["has the list's name", "<title>Statements from Coast &amp; Wire</title>"],
    ["was updated when anything in it last changed", "<updated>2023-03-05T10:00:00Z</updated>"],
    ["has the archive as its author", "<name>Tom &amp; Ana’s archive</name>"],
    ["has the publisher's mail address", "<email>desk@archive.example</email>"],
    ["has an entry's permanent address as its id", `<id>${EXAMPLE_ENTRY.id}</id>`],
    ["has each entry's language", '<entry xml:lang="hy">'],
    ["has titles as plain text", "<title>Bread &amp; &lt;salt&gt;, &quot;again&quot;</title>"],
    ["says when an entry came", "<published>2023-03-01T06:40:00Z</published>"],
    ["says of which day an entry is", "<dcterms:issued>2023-02-28</dcterms:issued>"],
    ["has an entry's agency", "<name>Coast &amp; Wire</name>"],
    ["has an entry's tags", '<category term="roads &amp; bridges"/>'],
    [
      "leads to where an entry was first published",
      '<link rel="via" href="https://example.org/a?b=1&amp;c=2"/>',
    ],
    [
      "has the whole text as HTML",
      '<content type="html">&lt;p&gt;5 &amp;lt; 6&lt;br&gt;&quot;so&quot;&lt;/p&gt;</content>',
    ],
    [
      "names what was taken away",
      '<at:deleted-entry ref="https://archive.example/s/0000000000" when="2023-03-04T00:00:00Z">',
    ],
    ["says why", "<at:comment>Not &lt;ours&gt;.</at:comment>"],
  ];
  for (const [promise, line] of rows) {
    it(promise, () => assert.ok(lines.includes(line), `${line}\nin\n${lines.join("\n")}`));
  }

  it("leads to itself, to the page, and through its documents", () => {
    const text = lines.join("\n");
    const links = Object.fromEntries(
      [...text.matchAll(/<link rel="(\w+)" type="[^"]*" href="([^"]*)"/g)].map(([, rel, href]) => [
        rel,
        href?.replaceAll("&amp;", "&"),
      ]),
    );
    assert.deepEqual(links, {
      alternate: EXAMPLE_ENTRY.link,
      self: "https://archive.example/statements.atom?agency=Coast+%26+Wire&before=20",
      first: "https://archive.example/statements.atom?agency=Coast+%26+Wire",
      next: "https://archive.example/statements.atom?agency=Coast+%26+Wire&before=10",
    });
  });

  it("is as much updated as what was taken away last", () => {
    assert.match(atomFeed(exampleFeed({ entries: [] })), /<updated>2023-03-04T00:00:00Z</);
  });

  it("has an instant that never moves while nothing has stood in it", () => {
    const empty = atomFeed(exampleFeed({ entries: [], deleted: [] }));
    assert.match(empty, /<updated>1970-01-01T00:00:00Z</);
    assert.doesNotMatch(empty, /<entry|deleted-entry/);
  });

  it("ends where there is nothing further", () => {
    assert.doesNotMatch(atomFeed(exampleFeed({ next: null })), /rel="next"/);
  });
});
