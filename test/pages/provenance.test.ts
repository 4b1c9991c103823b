import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { provenanceOf } from "../../src/pages/provenance.ts";
import { loadViews } from "../../src/web/load-views.ts";
import { exampleStatementPage, statementOf } from "../support/example-date-models.ts";

const render = loadViews("views");

describe("the provenance of a statement", () => {
  it("names its file, its first import, its publisher's address and rights, tags and language", () => {
    assert.deepEqual(provenanceOf(statementOf({ language: "zh-Hant" })), {
      file: "2023/01/27-bridge.txt",
      digest: Array(4).fill("0123456789abcdef"),
      firstImported: {
        isoInstant: "2023-01-27T18:05:00Z",
        longInstant: "27 January 2023, 18:05 UTC",
      },
      otherFiles: ["old/bridge.txt"],
      moreFiles: null,
      proof: "/s/k3m9p2q7ra@2/proof",
      published: { text: "https://wire.example/bridge", href: "https://wire.example/bridge" },
      rights: "May be reprinted with the source named.",
      tags: [
        { label: "bridges", href: "/statements?tag=bridges" },
        { label: "rivers", href: "/statements?tag=rivers" },
      ],
      language: "Traditional Chinese",
    });
  });

  it("leaves out what the file does not say", () => {
    const html = render(
      "statement",
      exampleStatementPage({ url: null, rights: null, tags: [], otherFiles: [] }),
    );
    assert.doesNotMatch(html, /Published at|<dt>Rights|<dt>Tags|also came as/);
  });

  it("names twenty further files at most, and how many more there are", () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `${at}.txt`);
    const { otherFiles, moreFiles } = provenanceOf(statementOf({ otherFiles: names(33) }));
    assert.deepEqual([otherFiles.length, moreFiles], [20, "and 13 more"]);
    assert.equal(provenanceOf(statementOf({ otherFiles: names(20) })).moreFiles, null);
  });

  for (const url of ["javascript:alert(1)", "data:text/html,x", " https://x.example"]) {
    it(`prints ${url} as words, not as a link`, () => {
      assert.deepEqual(provenanceOf(statementOf({ url })).published, { text: url, href: null });
      assert.ok(!render("statement", exampleStatementPage({ url })).includes(`href="${url}"`));
    });
  }

  it("gives a SHA-256 that is copied as one word", () => {
    const digest = "0123456789abcdef".repeat(4);
    const html = render("statement", exampleStatementPage());
    assert.ok(html.replaceAll("<wbr>", "").includes(`<code>${digest}</code>`));
  });

  for (const [tag, name] of [
    ["hy", "Armenian"],
    ["x-private", "x-private"],
    ["not a tag", "not a tag"],
  ] as const) {
    it(`calls the language ${tag} ${name}`, () => {
      assert.equal(provenanceOf(statementOf({ language: tag })).language, name);
    });
  }
});
