import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { ImportReport } from "../../src/import/import-folders.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { sharedTest } from "../support/shared.ts";
import { startSite } from "../support/site.ts";

const SAMPLE = join(import.meta.dirname, "../../../data/statements");
const HEADER = /^ date (\d{4}-\d{2}-\d{2}) (?=\S)/;

const files = readdirSync(SAMPLE).sort();
const texts = files.map((name) => readFileSync(join(SAMPLE, name), "utf8"));
const dates = texts.map((text) => HEADER.exec(text)?.[1]);

interface Line {
  agency: string | null;
  language: string;
}

describe("the sample archive", () => {
  test("is 36 files of literal text", () => {
    assert.equal(files.length, 36);
    for (const name of files) assert.match(name, /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.txt$/);
  });

  test("names each file by the date in its header, so that names sort by date", () => {
    assert.deepEqual(
      files.map((name) => name.slice(0, 10)),
      dates,
    );
  });

  test("has one to four paragraphs and 40 to 250 words in each file", () => {
    for (const [index, text] of texts.entries()) {
      const body = text.replace(HEADER, "").trim();
      const words = body.split(/\s+/).length;
      const paragraphs = body.split("\n\n").length;
      assert.ok(words >= 40 && words <= 250, `${files[index]}: ${words} words`);
      assert.ok(paragraphs >= 1 && paragraphs <= 4, `${files[index]}: ${paragraphs} paragraphs`);
    }
  });

  test("quotes a few words at most", () => {
    for (const [index, text] of texts.entries()) {
      for (const [quotation] of text.matchAll(/[“"][^”"]*[”"]/g)) {
        assert.ok(quotation.split(/\s+/).length <= 4, `${files[index]}: ${quotation}`);
      }
    }
  });

  describe("imported", () => {
    let archive: TestArchive;
    let report: ImportReport;
    before(async () => {
      archive = await openTestArchive();
      const contents = texts.map((text, index) => [files[index], text]);
      report = await archive.import(Object.fromEntries(contents));
    });
    after(() => archive.close());

    test("gives one statement a file, and nothing to warn about", () => {
      assert.equal(report.added, 36);
      assert.equal(report.files, 36);
      assert.deepEqual(report.warnings, []);
    });

    test("is in English, and carries the invented agency's dateline on most", async () => {
      const site = await startSite(archive.store);
      const { statements } = await site.json<{ statements: Line[] }>("/statements.json");
      await site.close();
      assert.deepEqual([...new Set(statements.map(({ language }) => language))], ["en"]);
      const agencies = statements.map(({ agency }) => agency);
      assert.deepEqual(new Set(agencies), new Set(["Sample News Agency", null]));
      assert.ok(agencies.filter((agency) => agency !== null).length > 18);
    });
  });

  sharedTest("sample-facts.md", "holds the dates of the facts, one file each", (path) => {
    const rows = readFileSync(path, "utf8").matchAll(/^\| (\d{4}-\d{2}-\d{2})(?: \*)? \|/gm);
    assert.deepEqual(dates, [...rows].map(([, date]) => date).sort());
  });

  sharedTest("sample-facts.md", "has no figure that its line does not have", (path) => {
    const facts = new Map<string, string>();
    for (const [, date = "", fact = ""] of readFileSync(path, "utf8").matchAll(
      /^\| (\d{4}-\d{2}-\d{2})(?: \*)? \| (.*) \|$/gm,
    )) {
      facts.set(date, `${facts.get(date) ?? ""} ${fact}`);
    }
    for (const [index, text] of texts.entries()) {
      const date = dates[index] ?? "";
      const known = `${facts.get(date)} ${Number(date.slice(8))}`;
      const figures = text.replace(HEADER, "").match(/\d+(?:\.\d+)?/g) ?? [];
      for (const figure of figures) {
        assert.match(known, new RegExp(`\\b${figure}\\b`), `${files[index]}: ${figure}`);
      }
    }
  });

  sharedTest("statements", "has no sentence of the two real files", (path) => {
    const sample = texts.join("\n").replace(/\s+/g, " ");
    for (const name of readdirSync(path)) {
      const sentences = readFileSync(join(path, name), "utf8").split(/(?<=[.!?”])\s+/);
      for (const sentence of sentences.filter((candidate) => candidate.length > 30)) {
        assert.ok(!sample.includes(sentence.replace(/\s+/g, " ").trim()), sentence);
      }
    }
  });
});
