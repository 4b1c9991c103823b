import assert from "node:assert/strict";
import { test } from "node:test";
import { detectLanguage, languageOf } from "../../src/import/language.ts";
import { LANGUAGE_TEXTS } from "./language-texts.ts";

for (const [language, texts] of Object.entries(LANGUAGE_TEXTS)) {
  test(`texts in ${language} are known as such`, () => {
    for (const text of texts) assert.equal(detectLanguage(text), language, text);
  });
}

test("a text of a few words is never certain", () => {
  for (const texts of Object.values(LANGUAGE_TEXTS)) {
    for (const text of texts) assert.equal(detectLanguage(text.slice(0, 12)), null, text);
  }
  assert.equal(detectLanguage(""), null);
  assert.equal(detectLanguage("12 345 – 67.8 %. ".repeat(40)), null);
});

test("a text cut short is known rightly or not at all", () => {
  for (const [language, texts] of Object.entries(LANGUAGE_TEXTS)) {
    for (const text of texts) {
      for (let length = 10; length < text.length; length += 10) {
        const found = detectLanguage(text.slice(0, length));
        assert.ok(found === null || found === language, `${found}: ${text.slice(0, length)}`);
      }
    }
  }
});

test("a text in two languages by halves is not certain", () => {
  const pairs = [
    ["en", "fr"],
    ["en", "ru"],
    ["ru", "hy"],
    ["az", "ru"],
    ["ar", "en"],
    ["zh", "ru"],
  ] as const;
  for (const [one, other] of pairs) {
    LANGUAGE_TEXTS[one]?.forEach((text, index) => {
      const second = LANGUAGE_TEXTS[other]?.[index] ?? "";
      const length = Math.min(text.length, second.length);
      const mixed = `${text.slice(0, length)}\n\n${second.slice(0, length)}`;
      assert.equal(detectLanguage(mixed), null, mixed);
    });
  }
});

test("a text in a language that is not known is not taken for another", () => {
  const swahili =
    "Watu wote wamezaliwa huru, na wana haki sawa mbele ya sheria za nchi, na kila mtu anapaswa kuwatendea wengine kwa wema. ";
  assert.equal(detectLanguage(swahili.repeat(3)), null);
});

const USUAL: [usual: string, text: string, language: string][] = [
  ["en", "The road is open.", "en"],
  ["en", "외교부는 대화를 환영한다고 밝혔다.", "und"],
  ["en", "פתיחת הדרך לירושלים", "und"],
  ["ru", "The road is open.", "und"],
  ["ru", "Дорога открыта, MOSCOW", "ru"],
  ["en", "Ереван", "en"],
  ["en", "2023-01-27", "en"],
  ["sr", "Putevi su otvoreni", "sr"],
  ["ja", "外務省 3月8日 道路再開の話 両国首脳", "ja"],
  ["tlh", "Дорога открыта", "tlh"],
];

for (const [usual, text, language] of USUAL) {
  test(`a short text is taken to be in the usual language where its script allows: ${usual}, ${text}`, () => {
    assert.equal(languageOf(text, usual), language);
  });
}
