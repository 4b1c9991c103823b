import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { risFile } from "../../../src/formats/citations/ris.ts";
import {
  citationsOf,
  exampleCitation,
  HOSTILE_TITLES,
  WITHDRAWN,
} from "../../support/example-citations.ts";

describe("a RIS file", () => {
  it("has a web page with all that is cited", () => {
    assert.deepEqual(risFile([exampleCitation()]).split("\r\n"), [
      "TY  - ELEC",
      "ID  - dateline-k3m9p2q7ra-2",
      "AU  - Coast Wire",
      "TI  - The River Bridge Opens Again",
      "T2  - Dateline",
      "PB  - Dateline",
      "PY  - 2023",
      "DA  - 2023/01/27/",
      "N1  - Revision 2",
      "LA  - en",
      "UR  - https://archive.example/s/k3m9p2q7ra@2",
      "ER  - ",
      "",
    ]);
  });

  it("notes that a statement is withdrawn, and since when", () => {
    const record = risFile([exampleCitation({ withdrawn: WITHDRAWN })]);
    assert.match(record, /^N1 {2}- Revision 2, withdrawn 2024-06-07\r$/m);
  });

  it("names no author where none is known, and has no record for no statement", () => {
    assert.doesNotMatch(risFile([exampleCitation({ agency: null })]), /^AU/m);
    assert.equal(risFile([]), "");
  });

  it("has each title on a line of its own, and every line begins with its tag", () => {
    const citations = citationsOf(HOSTILE_TITLES);
    const lines = risFile(citations).split("\r\n");
    assert.deepEqual(
      lines.filter((line) => line.startsWith("TI  - ")).map((line) => line.slice(6)),
      citations.map(({ title }) => title),
    );
    assert.ok(lines.every((line) => line === "" || /^[A-Z][A-Z0-9] {2}- /.test(line)));
    assert.equal(lines.filter((line) => line === "ER  - ").length, citations.length);
  });
});
