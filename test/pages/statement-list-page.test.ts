import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fewerParts } from "../../src/pages/fewer-parts.ts";
import { NOTHING_TYPED } from "../../src/pages/list-form-values.ts";
import { plainSentence } from "../../src/pages/sentence.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import { EVERYTHING, type StatementFilter } from "../../src/statements/statement-filter.ts";
import { foundOf, STATEMENTS } from "../support/example-date-models.ts";
import {
  BRIDGE,
  exampleEmptyListPage,
  exampleStatementListPage,
  INSTEAD,
} from "../support/example-models.ts";

const feb = { from: "2023-01-27" as IsoDate, to: "2023-02-28" as IsoDate };

const headings: [total: number, filter: Partial<StatementFilter>, words: string][] = [
  [1234, {}, "1,234 statements"],
  [1, {}, "1 statement"],
  [0, {}, "No statements"],
  [14, feb, "14 statements, 27 January to 28 February 2023"],
  [
    14,
    { ...feb, agency: "coast WIRE" },
    "14 statements from Coast Wire, 27 January to 28 February 2023",
  ],
  [3, { agency: "Nobody" }, "3 statements from Nobody"],
  [3, { place: "harbour town" }, "3 statements datelined Harbour Town"],
  [
    3,
    { place: "Harbour Town", agency: "Coast Wire", language: "ar" },
    "3 statements from Coast Wire, datelined Harbour Town, in Arabic",
  ],
  [3, { language: "en" }, "3 statements in English"],
  [
    2,
    { from: "2023-01-01" as IsoDate, to: "2023-01-31" as IsoDate },
    "2 statements in January 2023",
  ],
  [2, { from: "2023-01-27" as IsoDate }, "2 statements from 27 January 2023 on"],
];

describe("the heading of a list", () => {
  for (const [total, filter, words] of headings) {
    it(`says “${words}”`, () => {
      const page = exampleStatementListPage({
        typed: NOTHING_TYPED,
        filter: { ...EVERYTHING, ...filter },
        found: foundOf(total === 0 ? [] : STATEMENTS, { total }),
      });
      assert.equal(plainSentence(page.heading), words);
      assert.equal(page.layout.title, `${words} – Dateline`);
    });
  }

  it("is told apart from those of other pages and of the other order in the title", () => {
    const typed = { ...NOTHING_TYPED, sort: "oldest", after: "2023-01-27.1" };
    const page = exampleStatementListPage({ typed, filter: EVERYTHING, order: "oldest" });
    assert.equal(
      page.layout.title,
      "3 statements, oldest first, page after 2023-01-27.1 – Dateline",
    );
  });
});

describe("the chips of a list", () => {
  it("take one part away each, and keep the others and the order", () => {
    const typed = {
      ...NOTHING_TYPED,
      from: "2023-01",
      to: "2023",
      agency: "coast wire",
      language: "AR",
      sort: "oldest",
      after: "2023-01-27.1",
    };
    const page = exampleStatementListPage({
      typed,
      filter: { ...EVERYTHING, ...feb, agency: "coast wire", language: "AR" },
    });
    assert.deepEqual(
      page.chips.map(({ kind, text, href }) => [`${kind} ${text}`, href]),
      [
        ["from January 2023", "/statements?to=2023&agency=coast+wire&language=AR&sort=oldest"],
        ["to 2023", "/statements?from=2023-01&agency=coast+wire&language=AR&sort=oldest"],
        ["from Coast Wire", "/statements?from=2023-01&to=2023&language=AR&sort=oldest"],
        ["in Arabic", "/statements?from=2023-01&to=2023&agency=coast+wire&sort=oldest"],
      ],
    );
  });

  it("are none where nothing was asked for", () => {
    assert.deepEqual(exampleStatementListPage({ typed: NOTHING_TYPED }).chips, []);
  });
});

describe("the pages of a list", () => {
  it("go on in its order", () => {
    const newest = exampleStatementListPage();
    assert.equal(newest.next?.label, "Older statements");
    assert.equal(newest.previous?.label, "Newer statements");
    const oldest = exampleStatementListPage({ order: "oldest" });
    assert.equal(oldest.next?.label, "Newer statements");
    assert.equal(oldest.end, null);
  });

  it("say where the list ends", () => {
    const end = (total: number, previous: { after: null } | null) =>
      exampleStatementListPage({ found: foundOf(STATEMENTS, { total, previous }) }).end;
    assert.equal(end(9, null), "These are all 9 statements.");
    assert.equal(end(1, null), "This is the only one.");
    assert.equal(end(1234, { after: null }), "Here the list of 1,234 statements ends.");
    assert.equal(exampleEmptyListPage().end, null);
  });
});

describe("an empty list", () => {
  it("offers names near to one that is not held, with the other parts kept", () => {
    const typed = { ...NOTHING_TYPED, from: "2023", agency: "Coast Wyre" };
    const page = exampleEmptyListPage({ typed, filter: { ...EVERYTHING, agency: "Coast Wyre" } });
    assert.deepEqual(page.empty?.unknown, [
      {
        text: "No statement here names an agency “Coast Wyre”.",
        lead: "Names near it:",
        near: [
          { label: "Coast Wire: 3 statements", href: "/statements?from=2023&agency=Coast+Wire" },
        ],
      },
    ]);
    assert.equal(
      page.empty?.near?.earlier?.href,
      "/statements?from=2022-11-03&to=2022-11-03&agency=Coast+Wyre",
    );
  });

  it("offers the pages of the nearest days where only dates were asked for", () => {
    const page = exampleEmptyListPage({
      typed: { ...NOTHING_TYPED, from: "2023-03" },
      filter: { ...EVERYTHING, ...feb },
    });
    assert.equal(page.empty?.near?.earlier?.href, "/2022/11/03");
    assert.equal(page.empty?.near?.later?.href, "/2024/03/09");
  });

  it("says what each part left out would find, and leaves out what would find nothing", () => {
    const typed = { ...NOTHING_TYPED, q: "bridge", from: "2023-03", agency: "Hill Press" };
    const filter = { ...EVERYTHING, ...feb, agency: "Hill Press" };
    const totals = [14, 0, 1234];
    const fewer = fewerParts(typed, BRIDGE, filter).map((parts, index) => ({
      ...parts,
      total: totals[index] ?? 0,
    }));
    const page = exampleEmptyListPage({
      typed,
      filter,
      query: BRIDGE,
      instead: { ...INSTEAD, fewer },
    });
    assert.deepEqual(page.empty?.ways, [
      { label: "14 without the dates", href: "/statements?q=bridge&agency=Hill+Press" },
      { label: "1,234 without “bridge”", href: "/statements?from=2023-03&agency=Hill+Press" },
    ]);
  });

  it("offers other spellings of a word that no statement holds, in the same search", () => {
    const typed = { ...NOTHING_TYPED, q: "brigde -toll", from: "2023" };
    const query = { ...BRIDGE, all: [[{ words: ["brigde"], exact: false, prefix: false }]] };
    const page = exampleEmptyListPage({ typed, query, filter: EVERYTHING });
    assert.deepEqual(page.empty?.unknown.at(-1), {
      text: "No statement here holds “brigde”.",
      lead: "Did you mean:",
      near: [{ label: "bridge, 4 statements", href: "/statements?q=bridge&from=2023" }],
    });
  });

  it("offers another spelling alone where the same search would hold nothing with it either", () => {
    const typed = { ...NOTHING_TYPED, q: "brigde", from: "2023" };
    const query = { ...BRIDGE, all: [[{ words: ["brigde"], exact: false, prefix: false }]] };
    const near = [{ name: "bridge", count: 31, total: 0 }];
    const instead = { ...INSTEAD, spellings: [{ word: "brigde", near }] };
    const page = exampleEmptyListPage({ typed, query, filter: EVERYTHING, instead });
    assert.deepEqual(page.empty?.unknown.at(-1)?.near, [
      { label: "bridge alone, 31 statements", href: "/statements?q=%22bridge%22" },
    ]);
  });

  it("is kept from search engines", () => {
    assert.equal(exampleEmptyListPage().layout.robots, "noindex");
    assert.equal(exampleStatementListPage().layout.robots, null);
  });
});

describe("the form of a list", () => {
  const fieldOf = (name: string, page: ReturnType<typeof exampleStatementListPage>) => {
    const field = page.form.fields.find((each) => each.name === name);
    assert.ok(field);
    return field;
  };

  it("keeps what was typed as dates", () => {
    assert.equal(fieldOf("from", exampleStatementListPage()).value, "2023-01");
  });

  it("keeps the words, the names and the order", () => {
    const typed = {
      ...NOTHING_TYPED,
      q: "bridge",
      tag: "tolls",
      sort: "oldest",
      after: "2023-01-27.1",
    };
    assert.deepEqual(exampleStatementListPage({ typed }).form.kept, [
      { name: "q", value: "bridge" },
      { name: "tag", value: "tolls" },
      { name: "sort", value: "oldest" },
    ]);
  });
});
