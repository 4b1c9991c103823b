import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cslItems } from "../../../src/formats/citations/csl-json.ts";
import type { IsoDate } from "../../../src/statements/iso-date.ts";
import { exampleCitation, HOSTILE_TITLES, WITHDRAWN } from "../../support/example-citations.ts";

describe("CSL-JSON", () => {
  it("has a web page with all that is cited, the agency as a name that is not taken apart", () => {
    assert.deepEqual(cslItems([exampleCitation()]), [
      {
        id: "dateline-k3m9p2q7ra-2",
        type: "webpage",
        author: [{ literal: "Coast Wire" }],
        title: "The River Bridge Opens Again",
        "container-title": "Dateline",
        issued: { "date-parts": [[2023, 1, 27]] },
        version: "revision 2",
        URL: "https://archive.example/s/k3m9p2q7ra@2",
        language: "en",
      },
    ]);
  });

  it("notes that a statement is withdrawn, and since when", () => {
    const [item] = cslItems([exampleCitation({ withdrawn: WITHDRAWN })]);
    assert.equal(item?.note, "Withdrawn 2024-06-07");
  });

  it("names no author where none is known, and is an empty list for no statement", () => {
    assert.ok(!("author" in (cslItems([exampleCitation({ agency: null })])[0] ?? {})));
    assert.deepEqual(cslItems([]), []);
  });

  it("has titles as they are, and early years as numbers", () => {
    for (const headline of HOSTILE_TITLES) {
      assert.equal(cslItems([exampleCitation({ headline })])[0]?.title, headline);
    }
    const [item] = cslItems([exampleCitation({ date: "0033-04-03" as IsoDate })]);
    assert.deepEqual(item?.issued, { "date-parts": [[33, 4, 3]] });
  });
});
