import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formerAnchors } from "../../src/text/former-anchors.ts";
import { paragraphAnchors } from "../../src/text/paragraph-anchors.ts";

function wording(...texts: string[]) {
  const anchors = paragraphAnchors(texts);
  return texts.map((text, index) => ({ text, anchor: anchors[index] as string }));
}

/** Where each anchor leads, by the text that had it. */
function ledFrom(...wordings: string[][]): Record<string, [paragraph: number, gone: boolean]> {
  const all = wordings.map((texts) => wording(...texts));
  const textOf = new Map(all.flat().map(({ anchor, text }) => [anchor, text]));
  return Object.fromEntries(
    formerAnchors(all).map(({ anchor, paragraph, gone }) => [
      textOf.get(anchor) ?? anchor,
      [paragraph, gone],
    ]),
  );
}

describe("the anchor of an earlier wording leads", () => {
  it("to the paragraph that took its place, wherever that stands now", () => {
    const led = ledFrom(
      ["The bridge is shut.", "Cars may cross on foot only."],
      ["A new notice.", "The bridge is open.", "Cars may cross on foot only."],
    );
    assert.deepEqual(led, { "The bridge is shut.": [1, false] });
  });

  it("through every wording between, to a paragraph that shares no word with the first", () => {
    const led = ledFrom(
      ["One two three four.", "The end."],
      ["One two five six.", "The end."],
      ["Begin. ", "Nine seven five six.", "The end."],
      ["Begin. ", "Nine seven eight ten.", "The end."],
    );
    assert.deepEqual(led["One two three four."], [1, false]);
    assert.deepEqual(led["Nine seven five six."], [1, false]);
  });

  it("to where it stood, if it is gone", () => {
    assert.deepEqual(ledFrom(["First.", "Gone.", "Last."], ["First.", "Last."]), {
      "Gone.": [1, true],
    });
    assert.deepEqual(ledFrom(["First.", "Gone."], ["First."]), { "Gone.": [1, true] });
    assert.deepEqual(ledFrom(["Gone."], []), { "Gone.": [0, true] });
  });

  it("nowhere else, if the present wording has it again", () => {
    assert.deepEqual(ledFrom(["Same words."], ["Other text entirely."], ["Same words."]), {
      "Other text entirely.": [0, true],
    });
  });

  it("each its own way, of equal paragraphs", () => {
    const anchors = wording("Again.", "Again.", "End.");
    const led = formerAnchors([anchors, wording("Again.", "End.")]);
    assert.deepEqual(led, [{ anchor: anchors[1]?.anchor, paragraph: 1, gone: true }]);
  });
});

it("a thousand anchors are kept, of wordings without end, and each leads into the page", () => {
  const many = Array.from({ length: 50 }, (_, n) =>
    wording(
      ...Array.from({ length: 400 }, (_, index) => `Paragraph ${index} says ${n * index + n}.`),
    ),
  );
  const led = formerAnchors(many);
  assert.equal(led.length, 1000);
  assert.equal(new Set(led.map(({ anchor }) => anchor)).size, 1000);
  assert.ok(led.every(({ paragraph }) => paragraph >= 0 && paragraph <= 400));
});
