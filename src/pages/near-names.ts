import type { NameCount } from "../store/store.ts";
import { editDistance } from "./edit-distance.ts";

const MOST = 5;
/** Longer names are not compared letter by letter. */
const LONGEST = 80;

/**
 * The names that the reader may have meant, nearest first and then commonest first, at most five: those that hold the
 * words typed, and those that differ from them in at most a third of their letters. Case and accents do not count.
 */
export function nearNames(
  typed: string,
  names: NameCount[],
  shown: (name: string) => string = (name) => name,
): NameCount[] {
  const wanted = folded(typed);
  if (wanted === "") return [];
  const near = names.flatMap((name) => {
    const distance = distanceTo(wanted, folded(shown(name.name)));
    return distance === null ? [] : [{ name, distance }];
  });
  near.sort((a, b) => a.distance - b.distance || b.name.count - a.name.count);
  return near.slice(0, MOST).map(({ name }) => name);
}

/** The name that is the one typed, in any case; `null` where the archive does not hold it. */
export function sameName(typed: string, names: NameCount[]): NameCount | null {
  const wanted = typed.toLowerCase();
  return names.find(({ name }) => name.toLowerCase() === wanted) ?? null;
}

function distanceTo(wanted: string, name: string): number | null {
  if (name === wanted) return 0;
  if (wanted.length >= 2 && name.includes(wanted)) return 1;
  const most = Math.floor(Math.max(wanted.length, name.length) / 3);
  const tooLong = Math.max(wanted.length, name.length) > LONGEST;
  if (tooLong || Math.abs(wanted.length - name.length) > most) return null;
  const distance = editDistance(wanted, name);
  return distance <= most ? distance : null;
}

function folded(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
