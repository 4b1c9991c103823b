/** What a character is to a search: part of a word, a mark on a letter, a whole word by itself, an apostrophe, or none. */
export const OTHER = 1;
export const LETTER = 2;
export const MARK = 3;
export const ALONE = 4;
export const APOSTROPHE = 5;

/** Scripts that do not part words, or, as Korean, hang their endings on them: each letter is a word, and what is typed is looked for letter by letter. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

/** As typed for one another: typewriter's, curly, modifier letters, Armenian, Hebrew geresh, full width. */
const APOSTROPHES = "'’‘ʼʻ՚׳＇";
const AT_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "u");

/**
 * What stands within a word and is no letter of it: the soft hyphen and joiners; Armenian signs of stress, exclamation and question, which
 * stand on a vowel; ʾ and ʿ of transliterations; half-width kana's signs of voice.
 */
const WITHIN = /\u00ad|\u200d|\u2060|\ufeff|[՛՜՞ʾʿﾞﾟ]/u;

/** The second and third part of a Korean syllable, in whatever form. */
const BEHIND_JAMO = /^[\u1160-\u11ff\ud7b0-\ud7ff]/u;

/** By code unit; 0 where it has not been looked up yet: a table is ten times as fast as asking for Unicode properties. */
const classes = new Uint8Array(0x10000);

/** The class of the character; `codePoint` may lie beyond the Basic Multilingual Plane. */
export function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return lookUp(codePoint);
  const known = classes[codePoint] ?? OTHER;
  if (known !== 0) return known;
  const found = lookUp(codePoint);
  classes[codePoint] = found;
  return found;
}

function lookUp(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  if (/\p{M}/u.test(character) || WITHIN.test(character)) return MARK;
  if (BEHIND_JAMO.test(character.normalize("NFKD"))) return MARK;
  if (!/[\p{L}\p{N}\p{Co}]/u.test(character)) return OTHER;
  return /\p{L}/u.test(character) && UNPARTED.test(character) ? ALONE : LETTER;
}

/** The parts of a word between its apostrophes; itself where it has none. */
export function partsAtApostrophes(word: string): string[] {
  return word.split(AT_APOSTROPHE);
}
