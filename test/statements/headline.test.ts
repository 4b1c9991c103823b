import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { deriveHeadline, excerptAfter } from "../../src/statements/headline.ts";

const firstSentences: [text: string, headline: string][] = [
  ["The road is open. Cars pass.", "The road is open"],
  [
    "The U.S. and Mr. Smith agreed on No. 5 of Jan. 3. Then they left.",
    "The U.S. and Mr. Smith agreed on No. 5 of Jan. 3",
  ],
  ["He lives in the U.S. The law is old.", "He lives in the U.S."],
  ["J. Smith came at 5 p.m. in St. Petersburg. More.", "J. Smith came at 5 p.m. in St. Petersburg"],
  [
    "Apple Inc. CEO A. Roe met Ph.D. J. Doe vs. B. Coe. End.",
    "Apple Inc. CEO A. Roe met Ph.D. J. Doe vs. B. Coe",
  ],
  ["It grew 2.5 percent to 1.000 in 2016. The rest fell.", "It grew 2.5 percent to 1.000 in 2016"],
  ["It came on March 5. The rest followed.", "It came on March 5"],
  ["“We want peace. We want talks,” she said. Next.", "“We want peace. We want talks,” she said"],
  ["“We want peace. We want talks.” He left.", "“We want peace. We want talks.”"],
  ["He asked: “Why?” and left. Next.", "He asked: “Why?” and left"],
  ['He said "No. Never." The end.', 'He said "No. Never."'],
  ["The law (see Sec. 4. It is long.) is old. Next.", "The law (see Sec. 4. It is long.) is old"],
  ["“An unclosed one. It goes on.", "“An unclosed one"],
  ["They spoke ... and left. Next.", "They spoke ... and left"],
  ["1. The sides agree. Next.", "1. The sides agree"],
  ["Она жила в г. Москва в 2020 г. В тот год было тихо.", "Она жила в г. Москва в 2020 г."],
  ["Музей им. А. С. Петрова и т.д. закрыт. Он стар.", "Музей им. А. С. Петрова и т.д. закрыт"],
  ["M. Dupont a dit : « C’est fini. » Puis rien.", "M. Dupont a dit : « C’est fini. »"],
  ["Am 9. November kamen z.B. die Räte. Dann nicht.", "Am 9. November kamen z.B. die Räte"],
  ["„Wir gehen. Bald.“ Dann kam er.", "„Wir gehen. Bald.“"],
  ["会谈将继续。双方同意。", "会谈将继续"],
  ["「道は開く。」と述べた。次。", "「道は開く。」と述べた"],
  ["Ճանապարհը բաց է։ Նա գնաց։", "Ճանապարհը բաց է"],
  ["Ճանապարհը բաց է: Նա գնաց:", "Ճանապարհը բաց է"],
  ["هل الطريق مفتوح؟ نعم.", "هل الطريق مفتوح؟"],
  ["सड़क खुली है। फिर।", "सड़क खुली है"],
  ["መንገዱ ክፍት ነው። ደህና።", "መንገዱ ክፍት ነው"],
  ["* * *\n\n12\n\nHello there. Bye.", "Hello there"],
  ["• The first point", "The first point"],
  ["Question: Will it open?\n\nAnswer: Yes.", "Question: Will it open?"],
  ["The message reads:\n\n“Dear friends.”", "The message reads"],
  ["No stop at all\n\nNext.", "No stop at all"],
  ["Many   spaces\u00a0and\nlines. Next.", "Many spaces and lines"],
  ["safe \u202egnp.exe\u202c text \u2066in\u2069", "safe gnp.exe text in"],
  [`Z${"\u0301".repeat(300)}`, `Z${"\u0301".repeat(5)}`],
  ["half \ud800 a pair", "half \ufffd a pair"],
  ["* * *", "* * *"],
  ["", "…"],
  ["\u202e", "…"],
];

test("the headline is the first sentence, whole", () => {
  for (const [text, headline] of firstSentences) assert.equal(deriveHeadline(text), headline);
});

test("a sentence that is too long is shortened at a word", () => {
  const headline = deriveHeadline(`${"seven letters ".repeat(20)}end.`);
  assert.equal(headline, `${"seven letters ".repeat(8)}seven…`);
  const chinese = deriveHeadline(`${"外交部发言人".repeat(40)}。`);
  assert.match(chinese, /^(?:外交部|发言人|发言|人){20,}…$/);
});

test("a shortened headline ends before a quotation, a spaced number or an abbreviation that it would break", () => {
  const words = "word ".repeat(18);
  assert.equal(
    deriveHeadline(`${words}and “many. Good friends of peace everywhere” too, and on it goes.`),
    `${words}and…`,
  );
  assert.equal(
    deriveHeadline(`${"word ".repeat(21)}cost him 12 000 000 dollars in all.`),
    `${"word ".repeat(21)}cost him…`,
  );
  assert.equal(
    deriveHeadline(`${"word ".repeat(22)}and Mr. Longername went on.`),
    `${"word ".repeat(22)}and…`,
  );
});

test("the excerpt goes on after the headline, on one line", () => {
  const text = "The road is open. Cars\npass.\n\n* * *\n\nMore came.";
  assert.equal(excerptAfter(text, deriveHeadline(text)), "Cars pass. More came.");
  assert.equal(excerptAfter(text, "A title of its own"), "The road is open. Cars pass. More came.");
  assert.equal(excerptAfter("The road is open.", "The road is open"), "");
  assert.ok(excerptAfter("word ".repeat(200), "Title").length <= 240);
});

const bits = fc.constantFrom(
  ...'a A . . ! ? … “ ” " « » ( ) 。 ։ : ’ \u0301 \u200d 👩 👩🏽‍🚀 🇦🇲 漢 ไ \ud800 \udc00 \u202e \n \n\n 1'.split(
    " ",
  ),
  " ",
  "word ",
  "U.S. ",
  "Mr. ",
);
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(bits, { maxLength: 400 }).map((parts) => parts.join("")),
);

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter("en").segment(text), ({ segment }) => segment);
}

test("whatever the text, the headline is short, visible and well-formed", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const headline = deriveHeadline(text);
      assert.ok(headline.length > 0 && headline.length <= 120);
      assert.doesNotMatch(headline, /\p{Cs}|[\u202a-\u202e\u2066-\u2069\n]/u);
      assert.ok(excerptAfter(text, headline).length <= 240);
    }),
    { numRuns: 1000 },
  );
});

test("a shortened headline never splits a character as readers see it", () => {
  const characters = fc.constantFrom("👩🏽‍🚀", "🇦🇲", "e\u0301", "漢", "x", "👨‍👩‍👧‍👦");
  fc.assert(
    fc.property(fc.array(characters, { minLength: 130, maxLength: 140 }), (parts) => {
      const kept = graphemes(deriveHeadline(parts.join("")).slice(0, -1));
      assert.deepEqual(kept, graphemes(parts.join("")).slice(0, kept.length));
    }),
    { numRuns: 200 },
  );
});

test("two megabytes of one thing over and over are read to the end", () => {
  for (const bit of ["A.", '"', "“", "(", " ", "\n", ". ", "\u0301", "U.S. ", "\n\n*", "’", "1 "]) {
    const text = bit.repeat(2_000_000 / bit.length);
    assert.ok(deriveHeadline(text).length <= 120);
    assert.ok(excerptAfter(text, "x").length <= 240);
  }
});

test("an excerpt goes on past a quotation that stands near its beginning", () => {
  const text = `The council met. It heard that “${"the road is closed and will stay so ".repeat(9)}” and rose.`;
  assert.ok(excerptAfter(text, "The council met").length > 200);
});
