import type { Random } from "./random.ts";

/** Draws a rank, 0 the commonest. */
export type DrawRank = (random: Random) => number;

/**
 * Ranks with the frequencies of Zipf and Mandelbrot, 1 / (rank + 2.7) ^ exponent, by Walker's alias method: a draw takes as
 * long whatever the number of ranks.
 */
export function zipf(ranks: number, exponent: number): DrawRank {
  const shares = Float64Array.from({ length: ranks }, (_, rank) => (rank + 2.7) ** -exponent);
  const sum = shares.reduce((total, share) => total + share, 0);
  const { kept, alias } = aliases(shares.map((share) => (share * ranks) / sum));
  return (random) => {
    const place = random() * ranks;
    const rank = Math.floor(place);
    return place - rank < (kept[rank] as number) ? rank : (alias[rank] as number);
  };
}

/** Each place keeps its own rank with the share `kept` and gives the rest to its alias. `shares` are 1 on average, and used up. */
function aliases(shares: Float64Array) {
  const kept = new Float64Array(shares.length).fill(1);
  const alias = new Uint32Array(shares.length);
  const ranks = [...shares.keys()];
  const small = ranks.filter((rank) => (shares[rank] as number) < 1);
  const large = ranks.filter((rank) => (shares[rank] as number) >= 1);
  for (let low = small.pop(); low !== undefined && large.length > 0; low = small.pop()) {
    const high = large.at(-1) as number;
    kept[low] = shares[low] as number;
    alias[low] = high;
    shares[high] = (shares[high] as number) - (1 - (shares[low] as number));
    if ((shares[high] as number) < 1) small.push(large.pop() as number);
  }
  return { kept, alias };
}
