import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findQuotation, quotableText, readQuotation } from "../../src/text/find-quotation.ts";
import { sharedTest } from "../support/shared.ts";

function found(text: string, quote: string): string[] {
  const quotation = readQuotation(quote);
  assert.ok(quotation, quote);
  return findQuotation(quotableText(text), quotation).map(({ start, end }) =>
    text.slice(start, end),
  );
}

const SAID =
  "He said: “We can’t go – not now… he’d add.” It rose by 5.3 percent in non-nuclear trade.\n\nThen 1,000 left.";

describe("a quotation is found", () => {
  const held: [title: string, text: string, quote: string, place: string][] = [
    ["with other quotation marks", SAID, `said: "We can't go`, "said: “We can’t go"],
    [
      "with guillemets, set apart or not",
      "il a dit « oui » hier",
      `dit "oui" hier`,
      "dit « oui » hier",
    ],
    ["with other dashes", SAID, "go—not now", "go – not now"],
    ["with two hyphens for a dash", SAID, "go -- not now", "go – not now"],
    ["with a dash of two hyphens in the text", "go -- not", "go — not", "go -- not"],
    ["with full stops for an ellipsis", SAID, "not now . . . he'd add", "not now… he’d add"],
    ["over the end of a paragraph", SAID, "trade. Then", "trade.\n\nThen"],
    ["over a line break", "one\ntwo", "one two", "one\ntwo"],
    ["with spaces that do not break", "5\u00a0000\u202fmen", "5 000 men", "5\u00a0000\u202fmen"],
    ["with a space before a sign, as in French", "Quoi\u00a0?", "Quoi?", "Quoi\u00a0?"],
    [
      "without invisible signs",
      "co\u00adoper\u200bate \u2066now\u2069",
      "cooperate now",
      "co\u00adoper\u200bate \u2066now",
    ],
    ["with accents in one character or two", "le résumé dit", "re\u0301sume\u0301", "résumé"],
    ["with the marks that stand around it", SAID, "“not now …”", "not now"],
    ["with a comma before the closing mark", "We won. They lost.", "“We won,”", "We won"],
    ["behind an elided article", "signer l’accord de paix", "accord de paix", "accord de paix"],
    ["in Chinese text wrapped into lines", "图书馆明\n天开放。", "明天开放", "明\n天开放"],
    ["within a run of Chinese characters", "图书馆明天开放。", "馆明天", "馆明天"],
    ["in Korean, typed in parts", "\u1112\u1161\u11ab국어", "한국어", "\u1112\u1161\u11ab국어"],
    ["in Arabic with its marks", "قَالَ الوزير", "قَالَ الوزير", "قَالَ الوزير"],
  ];
  for (const [title, text, quote, place] of held) {
    it(title, () => assert.deepEqual(found(text, quote), [place]));
  }

  it("wherever it stands", () => {
    assert.deepEqual(found("We go. We go, and we went.", "We go"), ["We go", "We go"]);
  });

  it("as typed first, and only then without what stands around it", () => {
    assert.deepEqual(found("They won. Won, they said.", "won."), ["won."]);
  });
});

describe("a look-alike is no quotation:", () => {
  const not: [title: string, text: string, quote: string][] = [
    ["a Cyrillic letter for a Latin one", "MOSCOW", "MОSCOW"],
    ["another case", "We go", "we go"],
    ["a letter without its accent", "résumé", "resumé"],
    ["the same, at its end", "resume\u0301", "resume"],
    ["the beginning of a word", "we cannot go", "we can"],
    ["the end of a word", "a party", "art"],
    ["a word that a hyphen goes on with", "non-nuclear trade", "nuclear trade"],
    ["a word that an apostrophe goes on with", "I can’t go", "I can"],
    ["the beginning of a figure", "rose by 5.3 percent", "rose by 5"],
    ["the end of a figure", "5.3 percent", "3 percent"],
    ["a part of a large figure", "1,000 left", "000 left"],
    ["a figure in other digits", "٣ men", "3 men"],
    ["a full-width letter", "Ｗe go", "We go"],
    ["words in another order", "We go now", "now We go"],
    ["words with another sign between them", "We go, now", "We go now"],
    ["a dash for no dash", "We go now", "We go – now"],
  ];
  for (const [title, text, quote] of not) it(title, () => assert.deepEqual(found(text, quote), []));
});

it("what holds no letter and no digit is no quotation", () => {
  for (const typed of ["", " ", "…", "“”", "- -", "\u200b", "\u0301", "🙂"]) {
    assert.equal(readQuotation(typed), null, JSON.stringify(typed));
  }
});

/** Ways of setting the same words, each for one sign. */
const RESET: [sign: RegExp, ways: string[]][] = [
  [/ /g, [" ", "  ", "\n", "\u00a0", " \r\n\t", "\u2009"]],
  [/["“”«»„]/g, ['"', "“", "”", "«", "»", "'", "’"]],
  [/['’]/g, ["'", "’", "‘"]],
  [/(?<=\s)[–—-](?=\s)/g, ["–", "—", "--", "\u2212"]],
  [/…/g, ["…", "...", ". . ."]],
];

function reset(words: string, random: () => number): string {
  return RESET.reduce(
    (text, [sign, ways]) =>
      text.replace(sign, () => ways[Math.floor(random() * ways.length)] ?? ""),
    words,
  );
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

function textsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .filter((_, index) => index % 20 === 0)
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

sharedTest(
  "corpora",
  "any stretch of whole words of any real text is found, however it is set",
  (path) => {
    const texts = textsUnder(path).map(quotableText);
    assert.ok(texts.length > 50);
    const stretches = fc.record({
      of: fc.nat(texts.length - 1),
      from: fc.double({ min: 0, max: 0.999, noNaN: true }),
      words: fc.integer({ min: 1, max: 60 }),
      seed: fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
    });
    fc.assert(
      fc.property(stretches, ({ of, from, words, seed }) => {
        const text = texts[of] ?? quotableText("");
        const starts = [...text.text.matchAll(/\S+/g)];
        const first = Math.floor(starts.length * from);
        const last = starts[Math.min(starts.length, first + words) - 1];
        const start = starts[first]?.index ?? 0;
        const end = last ? last.index + last[0].length : 0;
        const quotation = readQuotation(
          reset(text.text.slice(start, end), () => seed.next().value),
        );
        if (quotation === null || end <= start) return;
        const places = findQuotation(text, quotation);
        assert.ok(
          places.some(
            (place) =>
              place.start >= start &&
              place.end <= end &&
              lettersOf(text.text.slice(place.start, place.end)) ===
                lettersOf(text.text.slice(start, end)),
          ),
          JSON.stringify([text.text.slice(start, end), quotation.typed, places]),
        );
      }),
      { numRuns: 1000 },
    );
  },
);

sharedTest("corpora", "a real stretch with one look-alike letter in it is never found", (path) => {
  const texts = textsUnder(path).map(quotableText);
  const LOOK_ALIKES: Record<string, string> = { a: "а", e: "е", o: "о", c: "с", p: "р", i: "і" };
  fc.assert(
    fc.property(fc.nat(texts.length - 1), fc.nat(5000), fc.nat(40), (of, from, at) => {
      const text = texts[of] ?? quotableText("");
      const words = text.text.slice(from).match(/\S+(?:\s+\S+){3,8}/)?.[0] ?? "";
      const letters = [...words.matchAll(/[aeocpi]/g)];
      const letter = letters[at % Math.max(1, letters.length)];
      if (!letter) return;
      const alike =
        words.slice(0, letter.index) + LOOK_ALIKES[letter[0]] + words.slice(letter.index + 1);
      const quotation = readQuotation(alike);
      assert.ok(quotation);
      assert.deepEqual(findQuotation(text, quotation), []);
    }),
    { numRuns: 300 },
  );
});

it("a text that repeats itself without end is searched as fast as any", () => {
  const text = quotableText("a-".repeat(20_000));
  const quotation = readQuotation("a-".repeat(400));
  assert.ok(quotation);
  assert.ok(findQuotation(text, quotation).length < 2);
  const many = quotableText("so on ".repeat(5_000));
  const twice = readQuotation("so on so on");
  assert.ok(twice);
  assert.equal(findQuotation(many, twice).length, 100);
});
