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
      .replace(/[\p{M}\s]/gu, "")
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
