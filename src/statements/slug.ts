import { PLAIN_LATIN } from "./plain-latin.ts";

/** The longest slug, in characters. */
const SLUG_LENGTH = 60;

const PLAIN_LETTERS = new RegExp(`[${Object.keys(PLAIN_LATIN).join("")}]`, "g");

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
    .replace(PLAIN_LETTERS, (letter) => PLAIN_LATIN[letter] ?? "")
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
