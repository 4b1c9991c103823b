import { oneOf, type Random } from "../corpus/random.ts";
import { wordOf } from "../corpus/vocabulary.ts";

/** How many of the statements hold a word, as a share from and to. */
export const BANDS = {
  rare: [0.0003, 0.001],
  medium: [0.02, 0.05],
  common: [0.2, 1],
} as const;

export type Band = keyof typeof BANDS;
export const BAND_NAMES = Object.keys(BANDS) as Band[];

/** Draws a word of that band. */
export type DrawWord = (random: Random, band: Band) => string;

/** Words by how many of `size` statements hold them. Throws for a corpus so small that a band is empty. */
export function wordsInBands(frequencies: Uint32Array, size: number): DrawWord {
  const ranks = Object.fromEntries(
    BAND_NAMES.map((band) => {
      const [low, high] = BANDS[band];
      const of = [...frequencies.keys()].filter((rank) => {
        const share = (frequencies[rank] as number) / size;
        return share >= low && share <= high;
      });
      if (of.length === 0) throw new Error(`expected ${band} words among ${size} statements`);
      return [band, of];
    }),
  ) as Record<Band, number[]>;
  return (random, band) => wordOf(oneOf(random, ranks[band]));
}
