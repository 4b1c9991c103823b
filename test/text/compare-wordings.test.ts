import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ComparedParagraph, compareWordings } from "../../src/text/compare-wordings.ts";
import type { Paragraph } from "../../src/text/paragraphs.ts";
import { escapeHtml } from "../../src/text/safe-html.ts";

const paragraphs = (texts: string[]): Paragraph[] =>
  texts.map((text, index) => ({ anchor: `p-${index}`, text, html: escapeHtml(text) }));

const compare = (earlier: string[], later: string[]) =>
  compareWordings(paragraphs(earlier), paragraphs(later));

const SIGNS = { same: ["", ""], added: ["{+", "+}"], removed: ["[-", "-]"] };

/** `The talks [-failed-]{+resumed+}.`, one string a paragraph. */
function written(compared: ComparedParagraph[]): string[] {
  return compared.map(({ parts }) =>
    parts.map(({ kind, text }) => SIGNS[kind].join(text)).join(""),
  );
}

/** The texts of one side, as the parts give them. */
function side(compared: ComparedParagraph[], kind: "added" | "removed"): string[] {
  return compared
    .filter(({ parts }) => parts.some((part) => part.kind === "same" || part.kind === kind))
    .map(({ parts }) =>
      parts
        .flatMap((part) => (part.kind === "same" || part.kind === kind ? [part.text] : []))
        .join(""),
    );
}

const COMPARED: { title: string; earlier: string[]; later: string[]; written: string[] }[] = [
  {
    title: "equal wordings",
    earlier: ["One.", "Two."],
    later: ["One.", "Two."],
    written: ["One.", "Two."],
  },
  {
    title: "a word",
    earlier: ["The talks in Geneva failed."],
    later: ["The talks in Geneva resumed."],
    written: ["The talks in Geneva [-failed-]{+resumed+}."],
  },
  {
    title: "a phrase, as one change",
    earlier: ["The talks in Geneva will go on for two more days."],
    later: ["The talks in Geneva will come to an end two more days."],
    written: ["The talks in Geneva will [-go on for -]{+come to an end +}two more days."],
  },
  {
    title: "a number as a whole",
    earlier: ["Rates rose by 3.5 percent."],
    later: ["Rates rose by 3.6 percent."],
    written: ["Rates rose by [-3.5-]{+3.6+} percent."],
  },
  {
    title: "words of a script without spaces",
    earlier: ["双方同意恢复对话"],
    later: ["双方拒绝恢复对话"],
    written: ["双方[-同意-]{+拒绝+}恢复对话"],
  },
  {
    title: "a paragraph more",
    earlier: ["One.", "Three."],
    later: ["One.", "Two.", "Three."],
    written: ["One.", "{+Two.+}", "Three."],
  },
  {
    title: "a paragraph less",
    earlier: ["One.", "Two."],
    later: ["Two."],
    written: ["[-One.-]", "Two."],
  },
  {
    title: "a changed paragraph beside a new one",
    earlier: ["The talks in Geneva failed today."],
    later: ["Nobody had foreseen it.", "The talks in Geneva failed again today."],
    written: ["{+Nobody had foreseen it.+}", "The talks in Geneva failed {+again +}today."],
  },
  {
    title: "paragraphs that have little in common",
    earlier: ["The talks failed."],
    later: ["Snow fell in the hills all night."],
    written: ["[-The talks failed.-]", "{+Snow fell in the hills all night.+}"],
  },
];

for (const { title, earlier, later, written: expected } of COMPARED) {
  test(`compared: ${title}`, () => {
    const compared = compare(earlier, later);
    assert.deepEqual(written(compared), expected);
    for (const { changed, parts } of compared) {
      assert.equal(
        changed,
        parts.some(({ kind }) => kind !== "same"),
      );
    }
  });
}

const anyText = fc
  .array(
    fc.constantFrom(
      "the",
      "talks",
      " ",
      "  ",
      "\n",
      ".",
      "3.5",
      "漢字",
      "ไทย",
      "é",
      "\ud800",
      "😀",
      "\u2028",
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

test("both wordings can be read back, to the character", () => {
  fc.assert(
    fc.property(
      fc.array(anyText, { maxLength: 8 }),
      fc.array(anyText, { maxLength: 8 }),
      (earlier, later) => {
        const compared = compare(earlier, later);
        assert.deepEqual(side(compared, "removed"), earlier);
        assert.deepEqual(side(compared, "added"), later);
      },
    ),
  );
});

test("no part is empty, and neighbours are of different kinds", () => {
  fc.assert(
    fc.property(anyText, anyText, (earlier, later) => {
      for (const { parts } of compare([earlier], [later])) {
        assert.ok(parts.every(({ text }) => text !== ""));
        assert.ok(parts.every(({ kind }, index) => kind !== parts[index - 1]?.kind));
      }
    }),
  );
});

test("paragraphs too different to compare are told apart as wholes", () => {
  const words = Array.from({ length: 5_000 }, (_, index) => `w${index % 977}`);
  const compared = compare([words.join(" ")], [words.toReversed().join(" ")]);
  assert.deepEqual(
    compared.map(({ parts }) => parts.map(({ kind }) => kind)),
    [["removed", "added"]],
  );
});

test("thousands of paragraphs that all changed are answered", () => {
  const earlier = Array.from({ length: 3_000 }, (_, index) => `Paragraph ${index} of many.`);
  const compared = compare(
    earlier,
    earlier.map((text) => `Now: ${text}`),
  );
  assert.deepEqual(side(compared, "removed"), earlier);
  assert.equal(compared.length, 6_000, "too many to be paired");
});
