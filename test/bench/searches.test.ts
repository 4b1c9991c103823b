import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Corpus } from "../../scripts/bench/corpus/corpus.ts";
import { statementMaker } from "../../scripts/bench/corpus/made-statement.ts";
import { VOCABULARY, wordOf } from "../../scripts/bench/corpus/vocabulary.ts";
import { boundsOf } from "../../scripts/bench/search/ask-store.ts";
import { postgresQuery } from "../../scripts/bench/search/postgres-query.ts";
import { queryClasses } from "../../scripts/bench/search/query-classes.ts";

/** 10,000 statements of which 3,000 hold the first word, 300 the second and 5 the third. */
const frequencies = new Uint32Array(VOCABULARY);
frequencies.set([3000, 300, 5, 0]);
frequencies[1000] = 400;
const corpus = { size: 10_000, frequencies, statement: statementMaker() } as unknown as Corpus;

describe("the searches of the bench", () => {
  test("are the same for a seed", () => {
    assert.deepEqual(queryClasses(corpus, 5, 1), queryClasses(corpus, 5, 1));
    assert.notDeepEqual(queryClasses(corpus, 5, 1), queryClasses(corpus, 5, 2));
  });

  test("take words from the band that they name", () => {
    const named = (name: string) =>
      new Set(
        queryClasses(corpus, 20, 1)
          .find((kind) => kind.name === name)
          ?.cases.map((one) => one.typed),
      );
    assert.deepEqual([...named("one rare word")], [wordOf(2)]);
    assert.deepEqual([...named("one common word")], [wordOf(0)]);
    assert.deepEqual(named("one medium word"), new Set([wordOf(1), wordOf(1000)]));
  });

  test("look for phrases that stand in a statement", () => {
    const phrases = queryClasses(corpus, 10, 1).find(({ name }) => name === "phrase")?.cases ?? [];
    assert.equal(phrases.length, 10);
    for (const { typed } of phrases) assert.match(typed, /^"[a-z]+ [a-z]+"$/);
  });

  test("mean a whole year or month", () => {
    assert.deepEqual(boundsOf("2024"), { from: "2024-01-01", to: "2024-12-31" });
    assert.deepEqual(boundsOf("2024-02"), { from: "2024-02-01", to: "2024-02-29" });
    assert.deepEqual(boundsOf(null), { from: null, to: null });
  });

  test("ask PostgreSQL for the same", () => {
    const sql = (typed: string, period: string | null = null) =>
      postgresQuery("newest", { typed, period });
    assert.match(sql("ba du"), /to_tsquery\('simple', '\(ba\) & \(du\)'\)/);
    assert.match(sql("ba OR du"), /'\(ba \| du\)'/);
    assert.match(sql('"ba du"'), /'\(ba <-> du\)'/);
    assert.match(sql("bal*"), /'\(bal:\*\)'/);
    assert.match(sql("ba", "2024-02"), /date BETWEEN '2024-02-01' AND '2024-02-29'/);
    assert.match(postgresQuery("relevance", { typed: "ba", period: null }), /ORDER BY ts_rank/);
  });
});
