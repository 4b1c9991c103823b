/** How many words there are. */
export const VOCABULARY = 300_000;

const ONSETS = [..."bdfgklmnprstvz"];
const VOWELS = [..."aeiou"];
const CODAS = ["", "n", "r", "s", "l"];

const SYLLABLES = ONSETS.flatMap((onset) =>
  VOWELS.flatMap((vowel) => CODAS.map((coda) => onset + vowel + coda)),
);

/** Scatters neighbours over all syllables; it shares no factor with a power of their number, 350. */
const STRIDE = 104_729;

/**
 * The word of that rank, 0 the commonest: pronounceable, in plain lower case, a different one for each rank, and as in real
 * languages the shorter the commoner.
 */
export function wordOf(rank: number): string {
  let syllables = 1;
  let first = 0;
  while (rank - first >= SYLLABLES.length ** syllables) {
    first += SYLLABLES.length ** syllables;
    syllables += 1;
  }
  let code = ((rank - first) * STRIDE) % SYLLABLES.length ** syllables;
  let word = "";
  for (let left = syllables; left > 0; left -= 1) {
    word += SYLLABLES[code % SYLLABLES.length];
    code = Math.floor(code / SYLLABLES.length);
  }
  return word;
}

/** All words by rank. */
export function vocabulary(): string[] {
  return Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank));
}
