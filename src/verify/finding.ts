/** Something in the archive that is not as it was logged. */
export interface Finding {
  /**
   * `altered`: it is there and says something else. `missing`: it was logged and is not there. `added`: it is there and was never logged.
   * `undecided`: it is as it was logged, and its file reads otherwise.
   */
  kind: "altered" | "missing" | "added" | "undecided";
  /** `k3m9p2q7ra@2`, `k3m9p2q7ra`, `entry 12`, `counts`. */
  what: string;
  /** What was expected, what was found. */
  why: string;
}

export type Tell = (finding: Finding) => void;

/** Tells that the thing in question is altered, and how. */
export type Altered = (why: string) => void;

export function alteredTeller(tell: Tell, what: string): Altered {
  return (why) => {
    tell({ kind: "altered", what, why });
  };
}

/** Runs a check; what cannot even be read is altered. */
export function guarded(tell: Tell, what: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    tell({ kind: "altered", what, why: `it cannot be read: ${(error as Error).message}` });
  }
}
