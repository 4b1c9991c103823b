import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { IsoDate } from "../src/statements/iso-date.ts";
import { exampleCitation, WITHDRAWN } from "./support/example-citations.ts";

describe("a citation", () => {
  it("names agency, title, archive, date, revision and the permanent address of that revision", () => {
    assert.deepEqual(exampleCitation(), {
      key: "dateline-k3m9p2q7ra-2",
      author: "Coast Wire",
      title: "The River Bridge Opens Again",
      untitled: false,
      site: "Dateline",
      date: "2023-01-27",
      revision: 2,
      url: "https://archive.example/s/k3m9p2q7ra@2",
      language: "en",
      withdrawn: null,
    });
  });

  it("names the day in UTC on which the statement was withdrawn", () => {
    assert.equal(exampleCitation({ withdrawn: WITHDRAWN }).withdrawn, "2024-06-07");
  });

  it("has the first words in brackets where the statement has no title", () => {
    const { title, untitled } = exampleCitation({
      headline: "The ministers met at noon",
      headlineDerived: true,
    });
    assert.deepEqual([title, untitled], ["[The ministers met at noon]", true]);
  });

  it("names nobody where no agency is known", () => {
    for (const agency of [null, "", " \u202e"]) {
      assert.equal(exampleCitation({ agency }).author, null);
    }
  });

  it("is of each revision another", () => {
    const first = exampleCitation({ revision: 1, date: "2023-01-26" as IsoDate });
    assert.deepEqual(
      [first.key, first.date, first.url],
      ["dateline-k3m9p2q7ra-1", "2023-01-26", "https://archive.example/s/k3m9p2q7ra@1"],
    );
  });

  it("has texts of one line each, without controls", () => {
    const { author, title, site } = exampleCitation(
      { headline: "one\r\ntwo\u0000\u202e three", agency: "A\tB\u0085C" },
      "Our\nsite\u001b",
    );
    assert.deepEqual([author, title, site], ["A B C", "one two three", "Our site"]);
  });
});
