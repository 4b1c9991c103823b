import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainCitation } from "../../src/pages/citations/cited-text.ts";
import { statementPage } from "../../src/pages/statement-page.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import type { RevisionMark, Statement } from "../../src/statements/statement.ts";
import { loadViews } from "../../src/web/load-views.ts";
import {
  exampleStatementPage,
  foundOf,
  SITE,
  STATEMENTS,
  SUMMARY,
  statementOf,
  summaryOf,
} from "../support/example-date-models.ts";

const render = loadViews("views");
const ADDRESS = "/2023/01/27/the-river-bridge-opens-again-k3m9p2q7ra";

function printed(changes: Partial<Statement>): string {
  return render("statement", exampleStatementPage(changes));
}

/** The characters that a browser shows of the words' paragraphs, without their ¶. */
function wordsShown(html: string): string[] {
  const words = html.slice(html.indexOf('<div class="words'), html.indexOf('<p class="address"'));
  return [...words.matchAll(/<p id="[^"]+"[^>]*><a class="anchor"[^>]*>¶<\/a>(.*?)<\/p>\n/gs)].map(
    ([, inner = ""]) =>
      inner
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&"),
  );
}

describe("the words of a statement", () => {
  for (const paragraph of [
    "   three spaces before, two behind  ",
    "\tone tab,\t\tthen two",
    "a line\n  and an indented one\n\tand one behind a tab",
    "AT&amp;T, &lt;b&gt; and &#39; as typed",
    "<b>no markup</b> <script>alert(1)</script>",
    `"quotes" and 'apostrophes' & more`,
    "<%= 6 * 7 %> and {% 6 * 7 %} and {{ 6 * 7 }}",
    "[no link](https://example.org) *no stress* # no heading",
    "no break\u00a0space, soft\u00adhyphen, zero\u200bwidth, e\u0301",
    "السلام <bdo dir=rtl>",
  ]) {
    it(`stand exactly as given: ${JSON.stringify(paragraph)}`, () => {
      assert.deepEqual(wordsShown(printed({ text: `First.\n\n${paragraph}\n\nLast.` })), [
        "First.",
        paragraph,
        "Last.",
      ]);
      assert.deepEqual(wordsShown(printed({ text: paragraph })), [paragraph]);
    });
  }

  it("have an anchor for each paragraph, said in words", () => {
    const { paragraphs } = exampleStatementPage({ text: "One.\n\nTwo.\n\nOne." }).words;
    assert.deepEqual(
      paragraphs.map(({ label }) => label),
      ["Link to paragraph 1", "Link to paragraph 2", "Link to paragraph 3"],
    );
    assert.equal(new Set(paragraphs.map(({ anchor }) => anchor)).size, 3);
    const html = printed({ text: "One." });
    assert.match(html, /<p id="(p-\w+)"><a class="anchor" href="#\1"/);
  });

  it("of a Markdown statement stand in blocks, as lists and tables cannot stand in a paragraph", () => {
    const html = printed({
      format: "markdown",
      text: "- one\n- two",
      blocks: [{ text: "- one\n- two", html: "<ul>\n<li>one</li>\n<li>two</li>\n</ul>" }],
    });
    assert.match(html, /<div class="block" id="p-\w+"><a [^>]+>¶<\/a><ul>\n<li>one<\/li>/);
    assert.doesNotMatch(html, /<p id="p-/);
  });

  it("of Markdown that could not be rendered are literal", () => {
    const html = printed({ format: "markdown", text: "*as typed*", blocks: null });
    assert.deepEqual(wordsShown(html), ["*as typed*"]);
  });

  it("run in the direction of their language, and each paragraph in that of its letters", () => {
    const { words, line } = exampleStatementPage({
      language: "ar",
      headline: "اجتمع المجلس اليوم",
      text: "اجتمع المجلس (North Road) اليوم.\n\nThis one is in English.\n\n2023–2024",
    });
    assert.deepEqual([words.language, words.direction, line.direction], ["ar", "rtl", "rtl"]);
    assert.deepEqual(
      words.paragraphs.map(({ direction }) => direction),
      [null, "ltr", null],
    );
    assert.match(
      printed({ language: "ar", headline: "اجتمع المجلس اليوم" }),
      /<h1 class="p-name" lang="ar" dir="rtl"[ >]/,
    );
  });
});

describe("a statement", () => {
  it("has a short address to copy, and one for paper with its date and revision", () => {
    const { link, printedAddress } = exampleStatementPage();
    assert.deepEqual(link, {
      href: "/s/k3m9p2q7ra",
      host: "https://archive.example",
      suffix: "@2",
    });
    assert.equal(
      printedAddress,
      "Dateline, 27 January 2023. https://archive.example/s/k3m9p2q7ra@2",
    );
  });

  it("has its data beside it", () => {
    const { data, layout } = exampleStatementPage();
    assert.deepEqual(data, { text: `${ADDRESS}.txt`, json: `${ADDRESS}.json` });
    assert.equal(layout.canonical, `https://archive.example${ADDRESS}`);
    assert.equal(layout.robots, null);
  });

  it("stands between the earlier and the later one", () => {
    const { near, layout } = exampleStatementPage();
    assert.equal(near.earlier?.longDate, "3 November 2022");
    assert.equal(near.later?.href, "/2023/01/27/b4n8t6w2xc");
    assert.deepEqual([layout.previous, layout.next], [near.earlier?.href, near.later?.href]);
  });

  it("names the others of its day, ten at most", () => {
    assert.deepEqual(
      exampleStatementPage().sameDay?.statements.map(({ headline }) => headline),
      ["A second notice"],
    );
    assert.equal(exampleStatementPage().sameDay?.all, null);
    const many = Array.from({ length: 11 }, (_, at) => summaryOf({ id: `e${at}` }));
    const { sameDay } = pageOf(statementOf(), { sameDay: foundOf(many, { total: 400 }) });
    assert.equal(sameDay?.statements.length, 10);
    assert.deepEqual(sameDay?.all, { href: "/2023/01/27", text: "All 400 of this day" });
    assert.equal(pageOf(statementOf(), { sameDay: foundOf([summaryOf()]) }).sameDay, null);
  });

  it("of 213 kB is printed whole", () => {
    const paragraph = "The council met, and said nothing that it had not said before. ".repeat(7);
    const text = Array.from({ length: 490 }, (_, at) => `${at} ${paragraph}`.trim());
    assert.deepEqual(wordsShown(printed({ text: text.join("\n\n") })), text);
  });

  it("shows no instant of an import in the ink of dates", () => {
    for (const [time] of printed({}).matchAll(/<time[^>]*T\d\d:[^>]*>/g)) {
      assert.match(time, /class="instant"/);
    }
  });
});

const REVISIONS: RevisionMark[] = ["2023-01-27", "2023-01-28", "2023-02-01"].map((day, at) => ({
  n: at + 1,
  seenAt: `${day}T18:05:00Z`,
  sha256: String(at).repeat(64),
  note: null,
  gone: false,
}));

function pageOf(present: Statement, changes: object = {}, shown: Partial<Statement> = {}) {
  return statementPage(SITE, {
    summary: SUMMARY,
    statement: { ...present, ...shown },
    present,
    neighbours: { earlier: null, later: null },
    sameDay: foundOf(STATEMENTS.slice(0, 1)),
    wordings: [],
    quote: null,
    search: null,
    ...changes,
  });
}

describe("an earlier revision", () => {
  const present = statementOf({ revision: 3, revisions: REVISIONS });
  const page = pageOf(present, {}, { revision: 1 });

  it("says which one it is, since when, and where the present wording is", () => {
    assert.deepEqual(page.notice, {
      text: "This is revision 1 of 3, first seen 27 January 2023, 18:05 UTC.",
      moved: null,
      present: ADDRESS,
      compare: "/s/k3m9p2q7ra/compare?from=1&to=3",
    });
    assert.equal(pageOf(present).notice, null);
  });

  it("keeps the statement's canonical address and stays out of search engines", () => {
    assert.equal(page.layout.canonical, `https://archive.example${ADDRESS}`);
    assert.equal(page.layout.robots, "noindex");
    assert.match(page.layout.title, /\(revision 1\) – 27 January 2023 – Dateline$/);
  });

  it("has its own data beside it, and its own address on paper", () => {
    assert.deepEqual(page.data, { text: "/s/k3m9p2q7ra@1.txt", json: "/s/k3m9p2q7ra@1.json" });
    assert.equal(page.layout.path, "/s/k3m9p2q7ra@1");
    assert.match(page.printedAddress, /@1$/);
  });

  it("under another date says where the statement stands now", () => {
    const earlier = { revision: 1, date: "2023-01-26" as IsoDate };
    const { notice, leaf } = pageOf(present, { sameDay: foundOf([]) }, earlier);
    assert.deepEqual(notice?.moved, { isoDate: "2023-01-27", longDate: "27 January 2023" });
    assert.equal(leaf.isoDate, "2023-01-26");
  });
});

describe("the cite panel", () => {
  it("cites the wording shown in four styles and a template, with files beside the page", () => {
    const { cite } = exampleStatementPage();
    assert.deepEqual(
      cite.styles.map(({ name }) => name),
      ["Chicago, note", "Chicago, bibliography", "APA", "MLA"],
    );
    for (const { text } of cite.styles) {
      const words = plainCitation(text);
      assert.match(words, /Coast Wire.*\[The river bridge opens again\].*revision 2/i);
      assert.ok(words.includes("https://archive.example/s/k3m9p2q7ra@2"));
    }
    assert.match(cite.wikipedia, /^\{\{cite news .*\|version=Revision 2 /);
    assert.deepEqual(
      cite.files.map(({ href }) => href),
      [`${ADDRESS}.bib`, `${ADDRESS}.ris`, `${ADDRESS}.csl.json`],
    );
  });

  it("cites of an earlier revision its own words, day and address, for ever the same", () => {
    const first = statementOf({ revision: 1, revisions: REVISIONS.slice(0, 1) });
    const later = statementOf({ revision: 3, revisions: REVISIONS, headline: "Other words" });
    const now = pageOf(first).cite;
    const then = pageOf(later, {}, { revision: 1, headline: first.headline }).cite;
    assert.deepEqual([then.styles, then.wikipedia], [now.styles, now.wikipedia]);
    assert.equal(then.files[0]?.href, "/s/k3m9p2q7ra@1.bib");
  });

  it("stands on the page without a script, each text to be opened, names apart from our words", () => {
    const html = printed({ headline: "الجسر مفتوح", headlineDerived: false, language: "ar" });
    assert.equal(html.match(/<p class="citation">/g)?.length, 5);
    assert.match(
      html,
      /<details><summary>APA<\/summary>\n<p class="citation"><bdi dir="auto">Coast/,
    );
    assert.match(html, /“<bdi lang="ar" dir="rtl">الجسر مفتوح<\/bdi>,” <bdi dir="auto">Dateline/);
    assert.match(html, /<i lang="ar" dir="rtl">الجسر مفتوح<\/i> \(Revision 2\)/);
    assert.match(html, /<i dir="auto">Dateline<\/i>, revision 2/);
    assert.doesNotMatch(
      html,
      /user-select|onclick|<script(?! type="application\/ld\+json">| src="\/site\.js" )/,
    );
  });
});

describe("the history of a statement", () => {
  it("has the newest wording first and marks the one shown", () => {
    const { history } = pageOf(statementOf({ revision: 3, revisions: REVISIONS }));
    assert.deepEqual(
      history.revisions.map(({ name, href, longSeenAt, shown }) => [name, href, longSeenAt, shown]),
      [
        ["Revision 3", "/s/k3m9p2q7ra@3", "1 February 2023, 18:05 UTC", true],
        ["Revision 2", "/s/k3m9p2q7ra@2", "28 January 2023, 18:05 UTC", false],
        ["Revision 1", "/s/k3m9p2q7ra@1", "27 January 2023, 18:05 UTC", false],
      ],
    );
  });

  for (const [count, compare, choices] of [
    [1, null, 0],
    [2, { href: "/s/k3m9p2q7ra/compare?from=1&to=2", text: "Compare the two" }, 0],
    [3, { href: "/s/k3m9p2q7ra/compare?from=2&to=3", text: "Compare the last two" }, 3],
  ] as const) {
    it(`compares what there is to compare in ${count}`, () => {
      const revisions = REVISIONS.slice(0, count);
      const { history } = pageOf(statementOf({ revision: count, revisions }));
      assert.deepEqual(history.compare, compare);
      assert.equal(history.form?.from.length ?? 0, choices);
    });
  }

  it("offers any two to compare, the last two chosen", () => {
    const { form } = pageOf(statementOf({ revision: 3, revisions: REVISIONS })).history;
    assert.equal(form?.action, "/s/k3m9p2q7ra/compare");
    assert.deepEqual(
      form?.from.filter(({ selected }) => selected),
      [{ n: 2, text: "2, of 28 January 2023", selected: true }],
    );
    assert.deepEqual(
      form?.to.filter(({ selected }) => selected).map(({ n }) => n),
      [3],
    );
  });
});
