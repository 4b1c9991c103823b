import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { comparedWords } from "../../src/pages/compared-words.ts";
import { comparisonCounts } from "../../src/pages/comparison-counts.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import type { ComparedParagraph } from "../../src/text/compare-wordings.ts";
import { loadViews } from "../../src/web/load-views.ts";
import { exampleComparisonPage } from "../support/example-date-models.ts";

const render = loadViews("views");

function paragraph(removed: string, added: string): ComparedParagraph {
  const parts: ComparedParagraph["parts"] = [{ kind: "same", text: "As before " }];
  if (removed) parts.push({ kind: "removed", text: removed });
  if (added) parts.push({ kind: "added", text: added });
  return { changed: parts.length > 1, parts };
}

describe("the counts of a comparison", () => {
  for (const [removed, added, counts] of [
    [
      "",
      "",
      {
        paragraphs: "The words of the two are the same",
        added: null,
        removed: null,
        signsOnly: null,
      },
    ],
    [
      "two words",
      "one",
      {
        paragraphs: "1 of 1 paragraph differs",
        added: "1 word added",
        removed: "2 words removed",
        signsOnly: null,
      },
    ],
    [
      ",",
      " –",
      {
        paragraphs: "1 of 1 paragraph differs",
        added: null,
        removed: null,
        signsOnly: "only in signs or spaces",
      },
    ],
  ] as const) {
    it(`say in words that “${removed}” became “${added}”`, () => {
      assert.deepEqual(comparisonCounts([paragraph(removed, added)]), counts);
    });
  }

  it("count paragraphs over all of both wordings", () => {
    const { paragraphs } = comparisonCounts([
      paragraph("", ""),
      paragraph("a", ""),
      paragraph("", "b"),
    ]);
    assert.equal(paragraphs, "2 of 3 paragraphs differ");
  });
});

describe("the words of a comparison", () => {
  for (const [removed, added, apart] of [
    ["afternoon", "noon", true],
    ["afternoon ", "noon", false],
    ["会议", "会谈", false],
  ] as const) {
    it(`stand ${apart ? "apart" : "as they are"} in “${removed}” and “${added}”`, () => {
      const [words] = comparedWords([paragraph(removed, added)]);
      assert.deepEqual(
        words?.parts.map((part) => part.apart),
        [false, false, apart],
      );
    });
  }

  it("keep every character, and say by more than colour what became of it", () => {
    const html = render(
      "comparison",
      exampleComparisonPage(
        { text: "  AT&amp;T <b>met</b>.\n\nGone." },
        { text: "  AT&amp;T <b>sat</b>." },
      ),
    );
    assert.match(html, /<p class="changed"> {2}AT&amp;amp;T &lt;b&gt;<del>/);
    assert.match(html, /<del>.*Gone\.<\/del>/);
    assert.match(html, /<ins>/);
  });
});

describe("the fields of a comparison", () => {
  it("are named where they differ, the date first", () => {
    const { fields } = exampleComparisonPage({
      date: "2023-01-26" as IsoDate,
      headline: "The bridge",
      headlineDerived: false,
      place: "Old Quay",
      agency: null,
      language: "fr",
      url: null,
      rights: "None.",
      tags: ["bridges"],
      format: "markdown",
    });
    assert.deepEqual(
      fields.map(({ field, before, after }) => [field, before?.text ?? null, after?.text ?? null]),
      [
        ["Date", "26 January 2023", "27 January 2023"],
        ["Headline", "The bridge", "The river bridge opens again"],
        ["Origin of the headline", "the file’s own title", "the first sentence"],
        ["Place", "Old Quay", "Harbour Town"],
        ["Agency", null, "Coast Wire"],
        ["Language", "French", "English"],
        ["Published at", null, "https://wire.example/bridge"],
        ["Rights", "None.", "May be reprinted with the source named."],
        ["Tags", "bridges", "bridges, rivers"],
        ["Form of the text", "Markdown", "plain text"],
      ],
    );
    assert.deepEqual(
      fields.map(({ before }) => before?.isoDate ?? null).filter((date) => date !== null),
      ["2023-01-26"],
    );
  });

  it("alone may differ, and then that is said", () => {
    const page = exampleComparisonPage({ place: "Old Quay" });
    assert.equal(page.counts.paragraphs, "The words of the two are the same");
    const html = render("comparison", page);
    assert.match(html, /Revisions 1 and 2 compared\. The words of the two are the same\.<\/p>/);
    assert.match(html, /Place: <del><bdi>Old Quay<\/bdi><\/del>, now <ins><bdi>Harbour Town</);
    assert.doesNotMatch(html, /class="changed"/);
  });
});

describe("a comparison", () => {
  it("leads to both wordings and to any other pair", () => {
    const { readOne, form, headline } = exampleComparisonPage();
    const present = "/2023/01/27/the-river-bridge-opens-again-k3m9p2q7ra";
    assert.deepEqual(readOne, [
      { href: "/s/k3m9p2q7ra@1", text: "Revision 1" },
      { href: present, text: "Revision 2, the present wording" },
    ]);
    assert.equal(headline.href, present);
    assert.deepEqual(
      form.from.map(({ selected }) => selected),
      [true, false],
    );
    assert.deepEqual(
      form.to.map(({ selected }) => selected),
      [false, true],
    );
  });

  it("is its own address and stays out of search engines", () => {
    const { layout } = exampleComparisonPage();
    assert.equal(layout.canonical, "https://archive.example/s/k3m9p2q7ra/compare?from=1&to=2");
    assert.equal(layout.robots, "noindex");
  });

  it("of 213 kB that were all rewritten is made and counted", () => {
    const words = (word: string) =>
      Array.from({ length: 400 }, (_, at) => `${word}${at} `.repeat(75).trim()).join("\n\n");
    const { counts } = exampleComparisonPage({ text: words("old") }, { text: words("new") });
    assert.equal(counts.added, "30,000 words added");
    assert.equal(counts.removed, "30,000 words removed");
  });
});
