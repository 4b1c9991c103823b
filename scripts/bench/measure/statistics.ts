/** The value that `share` (0 to 1) of the values do not pass: the smallest such one (nearest rank). Throws where there is none. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error("expected at least one value to take a percentile of");
  const sorted = [...values].sort((one, other) => one - other);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] as number;
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const below = percentile(values, 0.5);
  if (values.length % 2 === 1) return below;
  const sorted = [...values].sort((one, other) => one - other);
  return (below + (sorted[values.length / 2] as number)) / 2;
}

/** The median of what each round gives alone: what disturbs a whole round cancels out. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) throw new Error("expected as many rounds of both");
  return median(ours.map((value, round) => value / (theirs[round] as number)));
}
