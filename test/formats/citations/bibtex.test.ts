import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { bibtexFile } from "../../../src/formats/citations/bibtex.ts";
import { texText } from "../../../src/formats/citations/tex-text.ts";
import type { IsoDate } from "../../../src/statements/iso-date.ts";
import { exampleCitation, HOSTILE_TITLES, WITHDRAWN } from "../../support/example-citations.ts";

describe("a BibTeX file", () => {
  it("has an entry for BibLaTeX with all that is cited, the agency in braces of its own", () => {
    assert.equal(
      bibtexFile([exampleCitation()]),
      `@online{dateline-k3m9p2q7ra-2,
  author       = {{Coast Wire}},
  title        = {{The River Bridge Opens Again}},
  date         = {2023-01-27},
  year         = {2023},
  organization = {{Dateline}},
  version      = {2},
  url          = {https://archive.example/s/k3m9p2q7ra@2},
  langid       = {english},
}
`,
    );
  });

  it("notes that a statement is withdrawn, and since when", () => {
    const entry = bibtexFile([exampleCitation({ withdrawn: WITHDRAWN })]);
    assert.match(entry, /^ {2}note {9}= \{Withdrawn 2024-06-07\},$/m);
  });

  it("leaves out what is not known: the agency, and a language without a name in Babel", () => {
    const entry = bibtexFile([exampleCitation({ agency: null, language: "mul" })]);
    assert.doesNotMatch(entry, /author|langid/);
    assert.match(bibtexFile([exampleCitation({ language: "ru-RU" })]), /langid {7}= \{russian\}/);
  });

  it("has its entries one below the other, and none for no statement", () => {
    const two = [exampleCitation(), exampleCitation({ revision: 1, headlineDerived: true })];
    assert.deepEqual(bibtexFile(two).match(/^@online\{.+,$/gm), [
      "@online{dateline-k3m9p2q7ra-2,",
      "@online{dateline-k3m9p2q7ra-1,",
    ]);
    assert.match(bibtexFile(two), /title {8}= \{\{\[The River Bridge Opens Again\]\}\}/);
    assert.equal(bibtexFile([]), "");
  });

  it("has dates of every year in four digits", () => {
    assert.match(
      bibtexFile([exampleCitation({ date: "0033-04-03" as IsoDate })]),
      /= \{0033-04-03\},\n {2}year {9}= \{0033\}/,
    );
  });
});

describe("a text for TeX", () => {
  for (const [text, written] of [
    ["Mary & John", "Mary \\& John"],
    ["50 % of $5 is #1 in a_b", "50 \\% of \\$5 is \\#1 in a\\_b"],
    ["x^2 ~home C:\\dir", "x\\textasciicircum{}2 \\textasciitilde{}home C:\\textbackslash{}dir"],
    ["{a {b}}", "\\{a \\{b\\}\\}"],
    ["{a}} }{", "\\{a\\}{\\textbraceright} {\\textbraceright}{\\textbraceleft}"],
    ["a -- b --- c - d", "a -{}- b -{}-{}- c - d"],
    ["``a'' ,,b ?`c !`", "`{}`a'{}' ,{},b ?{}`c !{}`"],
    ["a << b", "a \\textless{}\\textless{} b"],
    ["it's “quoted” «так» |", "it's “quoted” «так» |"],
    ["Вечер, երեկո, مساء", "Вечер, երեկո, مساء"],
  ] as const) {
    it(`is ${JSON.stringify(written)} for ${JSON.stringify(text)}`, () => {
      assert.equal(texText(text), written);
    });
  }

  it("has as many opening braces as closing ones, and none closes what is not open", () => {
    const hostile = fc.oneof(
      fc.constantFrom(...HOSTILE_TITLES),
      fc.string({ unit: fc.constantFrom(..."{}\\$&#%_^~<>-'`,?! ax") }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        let depth = 0;
        for (const mark of texText(text).match(/[{}]/g) ?? []) {
          depth += mark === "{" ? 1 : -1;
          assert.ok(depth >= 0);
        }
        assert.equal(depth, 0);
      }),
    );
  });
});
