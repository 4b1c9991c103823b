/** The state of a log that a checkpoint speaks of (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: an address without its scheme, `statements.example.org/log`. */
  origin: string;
  /** How many entries it has. */
  size: number;
  /** The root of its tree, 32 bytes. */
  root: Buffer;
}

/** The text that is signed: three lines, each with its line feed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString("base64")}\n`;
}

/** Reads the text of a checkpoint; `null` where it is none. Further lines are another's and are passed over. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = "", size = "", root = ""] = text.split("\n");
  if (origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  const hash = Buffer.from(root, "base64");
  if (hash.length !== 32 || hash.toString("base64") !== root) return null;
  return { origin, size: Number(size), root: hash };
}
