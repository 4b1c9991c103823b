/** The longest slug, in characters. */
const SLUG_LENGTH = 60;

/** Latin letters that do not come apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ə: "e",
  ŋ: "ng",
  ŧ: "t",
  ĸ: "k",
};

function isMostlyLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 > letters;
}

/** The words in plain lower-case letters; a word with a letter that has no plain form is left out. */
function plainWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}|['’ʼ‘`]/gu, "")
    .replace(/[ßæœøłđðþħıəŋŧĸ]/g, (letter) => PLAIN[letter] ?? "")
    .replace(
      /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu,
      (initials) => `${initials.replaceAll(".", "")} `,
    );
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => /^[a-z0-9]+$/.test(word));
}

/**
 * The headline's first words for an address: `a-z`, `0-9` and single hyphens, whole words, at most 60 characters (a first
 * word that is longer is cut). `null` where most letters are not Latin, or no word has a plain form.
 */
export function slugOf(headline: string): string | null {
  if (!isMostlyLatin(headline)) return null;
  const [first, ...others] = plainWords(headline);
  if (first === undefined) return null;
  let slug = first.slice(0, SLUG_LENGTH);
  for (const word of others) {
    if (slug.length + 1 + word.length > SLUG_LENGTH) break;
    slug += `-${word}`;
  }
  return slug;
}
