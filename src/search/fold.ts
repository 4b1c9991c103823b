import { PLAIN_LATIN } from "../statements/plain-latin.ts";

/** Letters that carry no mark to strip but are typed as plain ones, after lower-casing. */
const PLAIN: Record<string, string> = {
  ...PLAIN_LATIN,
  // Arabic letters that keyboards and writers exchange; Persian ones follow the Arabic form.
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
  ۀ: "ه",
  "\u0640": "",
  // Armenian և is a letter to readers and two to typists.
  և: "եւ",
};

const ASCII = /^[\0-\x7f]*$/;
const PLAIN_LETTERS = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/** Scripts in which marks are vowels, so that other marks make another word. */
const VOWELS = "Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Khmr Mymr Tibt"
  .split(" ")
  .map((script) => `\\p{Script=${script}}`)
  .join("");

/**
 * Marks that do not matter, after NFKD: all but those that make another letter (vowels, kana’s signs of voice, the breve of й), and the nukta
 * and nikhahit, which are left out as often as written; and what stands within a word without being a letter.
 */
const DROPPED = new RegExp(
  `(?!(?<=и)\u0306|[\u3099\u309a${VOWELS}])\\p{M}` +
    "|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0c3c\u0cbc\u0e4d\u0ecd\\s\u00ad\u200d\u2060\ufeff՛՜՞ʾʿ]",
  "gu",
);

/** The word as it is looked up: case, accents, width and ligatures do not matter; digits of all scripts are 0 to 9. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return (
    lower
      .normalize("NFC")
      .replace(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? letter)
      .normalize("NFKD")
      // One by one: of a run of millions the expression would remember each step, until the stack is full.
      .replace(DROPPED, "")
      .toLowerCase()
      .replace(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? letter)
      .replace(/\p{Nd}/gu, digitOf)
      .normalize("NFC")
  );
}

/** Unicode keeps the ten digits of a script together and in order, from a multiple of their own row. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
