import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { languageName } from "../../src/pages/language-name.ts";
import { longDate, longYear } from "../../src/pages/long-date.ts";
import { longInstant } from "../../src/pages/long-instant.ts";
import { periodWords } from "../../src/pages/period-words.ts";
import { plainSentence } from "../../src/pages/sentence.ts";
import { counted, listed } from "../../src/pages/wording.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";

const counts: [count: number, words: string][] = [
  [0, "0 statements"],
  [1, "1 statement"],
  [2, "2 statements"],
  [1234, "1,234 statements"],
  [1_000_000, "1,000,000 statements"],
];

const periods: [from: string | null, to: string | null, words: string][] = [
  [null, null, ""],
  ["2023-01-27", "2023-02-28", "27 January to 28 February 2023"],
  ["2023-03-01", "2023-03-05", "1 to 5 March 2023"],
  ["2022-12-12", "2023-12-07", "12 December 2022 to 7 December 2023"],
  ["2023-01-27", "2023-01-27", "on 27 January 2023"],
  ["2023-01-01", "2023-01-31", "in January 2023"],
  ["2024-02-01", "2024-02-29", "in February 2024"],
  ["2023-02-01", "2023-02-27", "1 to 27 February 2023"],
  ["2023-01-01", "2023-12-31", "in 2023"],
  ["2023-01-01", "2023-09-30", "1 January to 30 September 2023"],
  ["2023-01-27", null, "from 27 January 2023 on"],
  [null, "2023-02-28", "up to 28 February 2023"],
  ["0033-04-03", "0033-04-03", "on 3 April AD 33"],
];

describe("words", () => {
  for (const [count, words] of counts) {
    it(`count ${words}`, () => assert.equal(counted(count, "statement"), words));
  }

  for (const [from, to, words] of periods) {
    it(`name the period from ${from} to ${to}: ${words}`, () => {
      const period = { from: from as IsoDate | null, to: to as IsoDate | null };
      assert.equal(plainSentence(periodWords(period)), words);
    });
  }

  it("list things", () => {
    assert.equal(listed([]), "");
    assert.equal(listed(["a"]), "a");
    assert.equal(listed(["a", "b"]), "a and b");
    assert.equal(listed(["a", "b", "c"], "or"), "a, b or c");
  });

  it("give a day, a year and an instant", () => {
    assert.equal(longDate("2023-02-22" as IsoDate), "22 February 2023");
    assert.equal(longYear(999), "AD 999");
    assert.equal(longYear(1000), "1000");
    for (let time = 0; time < 2; time++) {
      assert.equal(longInstant("2023-02-23T06:40:00Z"), "23 February 2023, 06:40 UTC");
      assert.equal(longInstant("2024-12-31T23:59:59Z"), "31 December 2024, 23:59 UTC");
    }
  });

  it("name languages in English, and leave a tag that has no name", () => {
    assert.equal(languageName("ar"), "Arabic");
    assert.equal(languageName("zh-Hant"), "Traditional Chinese");
    assert.equal(languageName("qqq"), "qqq");
    assert.equal(languageName("not a tag"), "not a tag");
  });
});
