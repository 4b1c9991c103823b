/** That an entry is in a log (c2sp.org/tlog-proof). */
export interface InclusionProof {
  /** Which entry, from 0. */
  index: number;
  /** The entry itself, as it was hashed. */
  entry: Buffer;
  /** From the leaf's neighbour up to the child of the root. */
  path: readonly Buffer[];
  /** The checkpoint of the tree, with its signatures. */
  checkpoint: string;
}

/** The proof as one text, with the entry as its extra data. */
export function proofText({ index, entry, path, checkpoint }: InclusionProof): string {
  const lines = [
    "c2sp.org/tlog-proof@v1",
    `extra ${entry.toString("base64")}`,
    `index ${index}`,
    ...path.map((hash) => hash.toString("base64")),
  ];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}
