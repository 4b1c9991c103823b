import type { InclusionProof } from "../log/inclusion-proof.ts";
import { LOG_CHECKPOINT } from "../permalinks.ts";
import type { LogHead } from "../store/store.ts";

/** The log's state. Hashes are in base 64, as checkpoints write them. */
export function proofJson({ size, root }: LogHead, checkpoint: string, key: string | null) {
  return { size, root: root.toString("base64"), checkpoint, key, checkpointAt: LOG_CHECKPOINT };
}

/** That a wording is in the log. `entry` is text: its bytes, in UTF-8, are those that were hashed. */
export function statementProofJson({ index, entry, path, checkpoint }: InclusionProof) {
  const hashes = path.map((hash) => hash.toString("base64"));
  return { index, entry: entry.toString("utf8"), path: hashes, checkpoint };
}
