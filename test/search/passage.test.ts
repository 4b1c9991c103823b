import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { matcherFor } from "../../src/search/matches.ts";
import { bestPassage } from "../../src/search/passage.ts";
import { readQuery } from "../../src/search/read-query.ts";

function passage(typed: string, paragraphs: string[], shown = "", characters = 0) {
  const { query } = readQuery(typed);
  assert.ok(query);
  const [matcher, groups] = [matcherFor(query), query.all.length];
  return bestPassage({
    paragraphs,
    matcher,
    language: "en",
    groups,
    shown,
    budget: { characters },
  });
}

const FILLER = "Nothing is said here of what was asked for. ".repeat(30);

describe("the passage of a hit", () => {
  it("is whole where its paragraph is short", () => {
    const found = passage("bridge", ["The road.", "The  old\nbridge opens."]);
    assert.deepEqual(found, {
      text: "The old bridge opens.",
      matches: [{ start: 8, end: 14, group: 0 }],
      before: false,
      after: false,
      paragraph: 1,
    });
  });

  it("is cut at words on both sides, and begins with a sentence where one is near", () => {
    const found = passage("bridge", [`${FILLER}The old bridge opens. ${FILLER}`]);
    assert.ok(found?.before && found.after);
    assert.match(found.text, /^[A-Z]/);
    assert.match(found.text, /[a-z.]$/);
    assert.ok(found.text.length <= 260);
    assert.deepEqual(
      found.matches.map(({ start, end }) => found.text.slice(start, end)),
      ["bridge"],
    );
  });

  it("is the one in which most of the words stand together", () => {
    const found = passage("bridge toll", ["A bridge.", "A toll.", "The toll of the bridge."]);
    assert.equal(found?.paragraph, 2);
  });

  it("is none where only a headline that stands above it holds the words", () => {
    assert.equal(
      passage("bridge", ["HARBOUR – The\nbridge opens. So it does."], "The bridge opens"),
      null,
    );
    assert.equal(
      passage("does", ["HARBOUR – The\nbridge opens. So it does."], "The bridge opens")?.paragraph,
      0,
    );
  });

  it("leaves out a headline above it that begins twice in its paragraph, however its words are parted", () => {
    const twice = "HARBOUR – The bridge. The\u00a0bridge\n opens. So it does.";
    assert.equal(passage("opens", [twice], "The bridge opens…"), null);
    assert.equal(passage("opens", [twice], "The bridge shuts")?.paragraph, 0);
    assert.equal(passage("does", [twice], "The bridge opens")?.paragraph, 0);
  });

  it("is the dateline above the headline only where nothing else holds the words", () => {
    const text = ["HARBOUR – The bridge opens.", "The harbour is glad."];
    assert.equal(passage("harbour", text, "The bridge opens")?.paragraph, 1);
    const found = passage("harbour", text.slice(0, 1), "The bridge opens");
    assert.deepEqual(
      found?.matches.map(({ start, end }) => found.text.slice(start, end)),
      ["HARBOUR"],
    );
  });

  it("is looked for beyond the beginning of a text only as long as the page's budget lasts", () => {
    const long = [...Array.from({ length: 40 }, () => FILLER), "The bridge."];
    assert.equal(passage("bridge", long), null);
    assert.equal(passage("bridge", long, "", 100_000)?.paragraph, 40);
  });

  it("never cuts a character, in scripts without spaces too", () => {
    const family = "👩‍👩‍👧‍👦".repeat(300);
    const found = passage("bridge", [`${family}bridge${family}`]);
    const characters = [...new Intl.Segmenter("en").segment(found?.text ?? "")];
    const allowed = new Set(["👩‍👩‍👧‍👦", ..."bridge"]);
    assert.deepEqual(
      characters.filter(({ segment }) => !allowed.has(segment)),
      [],
    );
  });
});
