import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { csvHeader, csvRecords } from "../../src/formats/list-csv.ts";
import type { Statement } from "../../src/statements/statement.ts";

const SITE = "https://archive.example";

const STATEMENT = {
  id: "k3m9p2q7ra",
  slug: "the-bridge-opens",
  date: "2023-02-28",
  text: "The bridge opens.",
  format: "text",
  headline: "The bridge opens",
  headlineDerived: true,
  place: null,
  agency: null,
  language: "en",
  url: null,
  rights: null,
  tags: ["bridges", "roads"],
  excerpt: "",
  blocks: null,
  revision: 2,
  revisions: [
    { n: 1, seenAt: "2023-02-28T09:00:00Z", sha256: "aa" },
    { n: 2, seenAt: "2023-03-01T09:00:00Z", sha256: "bb" },
  ],
  source: { file: "bridge.txt", sha256: "bb", importedAt: "2023-03-01T09:00:00Z" },
  firstImportedAt: "2023-02-28T09:00:00Z",
  otherFiles: [],
  withdrawn: null,
} as unknown as Statement;

/** A reader of RFC 4180 that takes nothing else: records of fields. */
function read(csv: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const quoted = /"((?:[^"]|"")*)"/y;
    const bare = /[^",\r\n]*/y;
    quoted.lastIndex = at;
    bare.lastIndex = at;
    const inQuotes = csv[at] === '"' ? quoted.exec(csv) : null;
    const found = inQuotes ?? bare.exec(csv);
    assert.ok(found, `field at ${at}`);
    fields.push(inQuotes ? (inQuotes[1] as string).replaceAll('""', '"') : found[0]);
    at += found[0].length;
    if (csv[at] === ",") at++;
    else {
      assert.equal(csv.slice(at, at + 2), "\r\n", `what follows field at ${at}`);
      at += 2;
      records.push(fields);
      fields = [];
    }
  }
  return records;
}

function textOf(text: string): string | undefined {
  return read(csvRecords([{ ...STATEMENT, text }], SITE))[0]?.at(-2);
}

describe("a list as a table", () => {
  it("names its columns in the first record", () => {
    assert.equal(
      csvHeader(),
      "id,permalink,short,date,headline,headlineDerived,place,agency,language,tags,url,rights,revision,revisedAt,file,sha256,text,withdrawn\r\n",
    );
  });

  it("has a record for each statement, with absolute addresses", () => {
    assert.equal(
      csvRecords([STATEMENT], SITE),
      `k3m9p2q7ra,${SITE}/2023/02/28/the-bridge-opens-k3m9p2q7ra,${SITE}/s/k3m9p2q7ra,2023-02-28,The bridge opens,true,,,en,bridges; roads,,,2,2023-03-01T09:00:00Z,bridge.txt,bb,The bridge opens.,\r\n`,
    );
  });

  it("says at its end when a statement was withdrawn", () => {
    const withdrawn = { at: "2023-05-01T09:00:00Z", reason: "It was wrong." };
    assert.equal(
      read(csvRecords([{ ...STATEMENT, withdrawn }], SITE))[0]?.at(-1),
      "2023-05-01T09:00:00Z",
    );
  });

  const cells: [text: string, cell: string][] = [
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["'=1", "'=1"],
    [" =1", " =1"],
    ["1=1", "1=1"],
    ['He said "no", twice.\n\nThen, "yes".', 'He said "no", twice.\n\nThen, "yes".'],
    ["", ""],
  ];
  for (const [text, cell] of cells) {
    it(`shows ${JSON.stringify(text)} and runs no formula`, () => {
      assert.equal(textOf(text), cell);
    });
  }

  it("keeps every text, but for the apostrophe before a formula", () => {
    const beginning = fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", " ", "'");
    fc.assert(
      fc.property(beginning, fc.string({ unit: "binary" }), (begins, rest) => {
        const text = begins + rest;
        const cell = textOf(text);
        assert.equal(cell, /^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
      }),
    );
  });
});
