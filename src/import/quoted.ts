/** Characters that are not seen, or that move others about: controls, format characters, separators of lines, surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
const LONGEST = 40;

/** What came, for a reason: in quotation marks, at most 40 characters, with what cannot be seen as `\u{…}`. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 4 * LONGEST));
  const shortened = characters.length > LONGEST;
  const kept = shortened ? characters.slice(0, LONGEST - 1).join("") : characters.join("");
  return `“${visible(kept)}${shortened ? "…" : ""}”`;
}

/** The text with what cannot be seen, or would move other text about, as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Where the character at `index` stands, counted from 1: `line 3, column 5`. */
export function placeOf(text: string, index: number): string {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return `line ${line}, column ${Array.from(before.slice(lineStart)).length + 1}`;
}
