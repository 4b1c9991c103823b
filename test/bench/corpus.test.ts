import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { bringCorpus, statementFileName } from "../../scripts/bench/corpus/corpus.ts";
import { statementFile, statementMaker } from "../../scripts/bench/corpus/made-statement.ts";
import { seededRandom } from "../../scripts/bench/corpus/random.ts";
import { vocabulary } from "../../scripts/bench/corpus/vocabulary.ts";
import { zipf } from "../../scripts/bench/corpus/zipf.ts";
import { readDateline } from "../../src/import/dateline.ts";
import { readStatementFile } from "../../src/import/read-statement-file.ts";
import { parseIsoDate } from "../../src/statements/iso-date.ts";

const made = statementMaker();
const some = Array.from({ length: 300 }, (_, index) => made(index));

describe("the corpus", () => {
  test("is the same for a seed, statement by statement, and another for another", () => {
    assert.deepEqual(statementMaker()(17), some[17]);
    assert.notDeepEqual(statementMaker(1)(17).paragraphs, some[17]?.paragraphs);
    assert.notDeepEqual(some[17]?.paragraphs, some[18]?.paragraphs);
  });

  test("has 2.4 KB a statement", () => {
    const bytes = some.map((one) => Buffer.byteLength(statementFile(one)));
    const mean = bytes.reduce((sum, size) => sum + size) / bytes.length;
    assert.ok(mean > 2200 && mean < 2900, String(mean));
  });

  test("is dated from 1990 to 2025, mostly on business days", () => {
    const weekends = some.filter(({ date }) => new Date(date).getUTCDay() % 6 === 0);
    assert.ok(some.every(({ date }) => parseIsoDate(date) && date >= "1990" && date < "2026"));
    assert.ok(weekends.length > 0 && weekends.length < some.length / 8, String(weekends.length));
  });

  test("reads as statements with the date, place and agency that it was made with", () => {
    for (const one of some.slice(0, 40)) {
      const bytes = Buffer.from(statementFile(one));
      const read = readStatementFile("0.txt", bytes, { dateFromName: false });
      if ("refused" in read) throw new Error(read.refused);
      const dateline = readDateline(read.text);
      assert.equal(read.date, one.date);
      assert.equal(dateline?.place?.toUpperCase() ?? null, one.place);
      assert.equal(dateline?.agency ?? null, one.agency);
    }
  });

  test("draws words by Zipf's law: the first ten times as often as the twenty-fifth", () => {
    const draw = zipf(1000, 1);
    const random = seededRandom(5);
    const counts = new Map<number, number>();
    for (let left = 200_000; left > 0; left -= 1) {
      const rank = draw(random);
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
    }
    // 1 / (0 + 2.7) against 1 / (24.3 + 2.7): a tenth.
    const ratio = (counts.get(0) as number) / (counts.get(24) as number);
    assert.ok(ratio > 8.5 && ratio < 11.5, String(ratio));
    assert.ok([...counts.keys()].every((rank) => rank >= 0 && rank < 1000));
  });

  test("has words that all differ and can be spoken, the common ones short", () => {
    const words = vocabulary();
    assert.equal(new Set(words).size, words.length);
    assert.ok(words.every((word) => /^([bdfgklmnprstvz][aeiou][nrsl]?)+$/.test(word)));
    assert.ok(words.slice(0, 300).every((word) => word.length <= 3));
  });

  test("stands on disk in folders of 1,000, with how many statements hold each word", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "dateline-test-"));
    try {
      const corpus = bringCorpus(folder, 1001);
      assert.deepEqual(readdirSync(corpus.folder).sort(), ["0000", "0001"]);
      assert.equal(readdirSync(path.join(corpus.folder, "0000")).length, 1000);
      const last = readFileSync(path.join(corpus.folder, statementFileName(1000)), "utf8");
      assert.equal(last, statementFile(made(1000)));
      const holding = some.filter(({ ranks }) => ranks.includes(40)).length;
      assert.ok((corpus.frequencies[40] as number) >= holding && holding > 0);
      assert.deepEqual(bringCorpus(folder, 1001).frequencies, corpus.frequencies);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
