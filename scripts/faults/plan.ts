import { between, type Random, seededRandom } from "../bench/corpus/random.ts";
import { FAULT_KINDS, type Fault, type FaultKind, KINDS } from "./fault.ts";

/** One trial: what is disturbed, how, and whether the site has the archive open meanwhile. */
export interface Case extends Fault {
  /** From 1; with the seed and the number of cases it names the trial. */
  number: number;
  act: string;
  served: boolean;
}

/** Of an act, how high `at` can be for each kind; 0 where that kind does not meet it. */
export type Reach = Record<FaultKind, number>;

/** A moment may come when the act is over, too. */
const MOMENTS = 1_200;

/** Every act needs less room than so many pages of memory. */
const MOST_ROOM = 384;

/** `idempotent`: whether to do it twice comes to the same as to do it once. */
export function reachOf(calls: Record<FaultKind, string[]>, idempotent: boolean): Reach {
  const reach = FAULT_KINDS.map((kind) => [kind, calls[kind].length]);
  return {
    ...Object.fromEntries(reach),
    killedAtRandom: MOMENTS,
    killedBeside: idempotent ? MOMENTS : 0,
    fullDisk: MOST_ROOM,
  };
}

/** Imports are what most often happens; of each further act there is a sample. */
const WEIGHTS: Record<string, number> = { import: 8, "first import": 4, withdrawal: 4 };

/**
 * So many cases, spread over kinds and acts, and within each evenly over all places where it can be disturbed, so that a
 * large number of cases meets every one. The same seed gives the same cases.
 */
export function planCases(count: number, seed: number, reaches: Map<string, Reach>): Case[] {
  const random = seededRandom(seed);
  const kinds = shares(count, FAULT_KINDS, (kind) => KINDS[kind].share);
  const planned = kinds.flatMap(([kind, ofKind]) => {
    const met = [...reaches.keys()].filter((act) => (reaches.get(act) as Reach)[kind] > 0);
    const acts = shares(ofKind, met, (act) => WEIGHTS[act] ?? 1);
    return acts.flatMap(([act, ofAct]) => {
      const reach = (reaches.get(act) as Reach)[kind];
      const places = spread(ofAct, reach, random);
      return places.map((at, index) => ({ kind, act, at, served: index % 3 !== 2 }));
    });
  });
  return shuffled(planned, random).map((one, index) => ({ number: index + 1, ...one }));
}

/** Divides the whole by weight; what rounding leaves goes to the first. */
function shares<Item>(
  whole: number,
  items: Item[],
  weightOf: (item: Item) => number,
): [item: Item, share: number][] {
  const all = items.reduce((sum, item) => sum + weightOf(item), 0);
  const parts = items.map((item) => Math.floor((whole * weightOf(item)) / all));
  const rest = whole - parts.reduce((sum, part) => sum + part, 0);
  return items.map((item, index) => [item, (parts[index] as number) + (index === 0 ? rest : 0)]);
}

/** `count` whole numbers from 1 to `reach`, at even distances from a random start. */
function spread(count: number, reach: number, random: Random): number[] {
  const start = random();
  const place = (index: number) => Math.floor(((index + start) * reach) / count) + 1;
  return Array.from({ length: count }, (_, index) => Math.min(reach, place(index)));
}

function shuffled<Item>(items: Item[], random: Random): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = between(random, 0, last);
    [all[last], all[other]] = [all[other] as Item, all[last] as Item];
  }
  return all;
}
