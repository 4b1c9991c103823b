import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../../src/search/fold.ts";
import { findMatches } from "../../src/search/matches.ts";
import { stemmerFor } from "../../src/search/stemmers.ts";
import { wordsOf } from "../../src/search/words.ts";

const FORMS: [language: string, one: string, other: string][] = [
  ["ar", "كتاب", "الكتاب"],
  ["az", "nazir", "naziri"],
  ["ca", "govern", "governs"],
  ["cs", "vláda", "vlády"],
  ["da", "minister", "ministeren"],
  ["de", "Minister", "Ministers"],
  ["el", "υπουργός", "υπουργού"],
  ["en", "calls", "called"],
  ["eo", "ministro", "ministroj"],
  ["es", "ministro", "ministros"],
  ["et", "raamat", "raamatud"],
  ["eu", "gobernu", "gobernuak"],
  ["fa", "کتاب", "کتابها"],
  ["fi", "talo", "talossa"],
  ["fr", "ministre", "ministres"],
  ["ga", "cat", "gcat"],
  ["hi", "लड़का", "लड़के"],
  ["hu", "ház", "házak"],
  ["hy", "նախարար", "նախարարի"],
  ["id", "makan", "makanan"],
  ["it", "ministro", "ministri"],
  ["lt", "ministras", "ministro"],
  ["nb", "ministeren", "ministerens"],
  ["ne", "नेपाल", "नेपालको"],
  ["nl", "ministers", "minister"],
  ["nn", "regjering", "regjeringa"],
  ["no", "regjering", "regjeringen"],
  ["pl", "ministerstwo", "ministerstwa"],
  ["pt", "ministro", "ministros"],
  ["ro", "guvern", "guvernului"],
  ["ru", "дорога", "дороги"],
  ["ru", "учёный", "ученые"],
  ["sr", "министарство", "ministarstva"],
  ["st", "motho", "batho"],
  ["sv", "minister", "ministern"],
  ["ta", "நாடு", "நாடுகள்"],
  ["tr", "şehir", "şehirler"],
  ["yi", "בוך", "בוכס"],
];

const LANGUAGES = [...new Set(FORMS.map(([language]) => language))];

/** Words of the scripts that the rules are for, and some of none. */
const anyWord = fc.oneof(
  ...[
    "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýăąčćđęěğıłňőřśşšťţůűźż",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяђјљњћџ",
    "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΐ",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىپچژگکی\u064b\u0651",
    "अआइईकखगघचजटडणतदनपबमयरलवशसहािीुूेैोौ्ंँः",
    "அஆஇஈஉகஙசஞடணதநபமயரலவழளறனாிீுூெேைொோௌ்",
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת\u05b7\u05b8\u05bf",
  ].map((letters) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 })),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);

describe("the forms of a word", () => {
  for (const [language, one, other] of FORMS) {
    it(`${one} and ${other} are one word in ${language}`, () => {
      const stem = stemmerFor(language);
      assert.ok(stem);
      assert.equal(stem(one), stem(other));
    });
  }

  it("are told by the language, whatever script and region its tag names", () => {
    assert.equal(stemmerFor("sr-Latn-RS"), stemmerFor("sr"));
    assert.equal(stemmerFor("EN-gb"), stemmerFor("en"));
  });

  it("are not made up for a language without rules", () => {
    for (const language of ["zh", "ja", "ka", "und", "constructor", ""]) {
      assert.equal(stemmerFor(language), null, language);
    }
  });

  it("have a folded stem that is never empty, whatever the word", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), anyWord, (language, word) => {
        const stem = stemmerFor(language)?.(word) ?? "";
        assert.equal(fold(stem), stem);
        assert.equal(stem === "", fold(word) === "");
      }),
      { numRuns: 5000 },
    );
  });

  it("are found in a text whatever the rules do to how a word begins", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), anyWord, (language, word) => {
        const stem = stemmerFor(language)?.(word) ?? "";
        const term = { words: [stem], exact: false, prefix: false };
        // A digraph such as the Japanese "yori" folds to two letters, which a query looks for one by one.
        const isOne = [...wordsOf(stem)].length === 1;
        const isLetters = /^\p{L}[\p{L}\p{M}]*$/u.test(word);
        const isForm = isOne && isLetters && stemmerFor(language)?.(stem) === stem;
        fc.pre(isForm);
        assert.notDeepEqual(findMatches(word, { all: [[term]], none: [] }, language), []);
      }),
      { numRuns: 5000 },
    );
  });
});
