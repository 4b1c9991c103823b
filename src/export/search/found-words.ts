/**
 * The words of a text or of a question as the index of an export has them, in order: without case, accents and marks; a letter of a script that
 * does not part words by itself; a date as `2023-01-27` or `2023-01` whole. `plain` has what is typed for a letter without a plain form. It
 * runs in browsers, too, as it stands: so it uses nothing but what it is given.
 */
export function foundWords(text: string, plain: Readonly<Record<string, string>>): string[] {
  const unparted =
    "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";
  const word = new RegExp(
    `\\d{4}-\\d\\d(?:-\\d\\d)?(?![\\p{L}\\p{N}])|${unparted}|(?:(?!${unparted})[\\p{L}\\p{N}])+`,
    "gu",
  );
  const folded = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’ʼ]/gu, "")
    .replace(/[^\0-\x7f]/gu, (letter) => plain[letter] ?? letter);
  return folded.match(word) ?? [];
}
