import { diffArrays } from "diff";

/** A run of equal strings that both lists have, or that only the later (`added`) or the earlier (`removed`) has. */
export interface Run {
  kind: "same" | "added" | "removed";
  strings: string[];
}

/** The shortest way from one list to the other, or `null` where more than `mostChanges` strings come or go. */
export function align(earlier: string[], later: string[], mostChanges: number): Run[] | null {
  const numbers = new Map<string, number>();
  // Numbers are compared far more quickly than strings.
  const changes = diffArrays(numbered(earlier, numbers), numbered(later, numbers), {
    maxEditLength: mostChanges,
  });
  if (!changes) return null;
  const names = [...numbers.keys()];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    strings: value.map((number) => names[number] as string),
  }));
}

/** The same number for equal strings, in the order in which they come first. */
export function numbered(strings: string[], numbers: Map<string, number>): number[] {
  return strings.map((string) => {
    const number = numbers.get(string) ?? numbers.size;
    if (number === numbers.size) numbers.set(string, number);
    return number;
  });
}
