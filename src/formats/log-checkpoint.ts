import { checkpointText } from "../log/checkpoint.ts";
import { logOrigin } from "../log/log-origin.ts";
import type { Signer } from "../log/signed-note.ts";
import type { ArchiveSummary, LogHead } from "../store/store.ts";

/** The log's state as a checkpoint (c2sp.org/tlog-checkpoint): signed where there is a key, and otherwise only the text that would be. The sample's is never signed. */
export function logCheckpoint(
  { url, logSigner }: { url: string; logSigner?: Signer | null },
  { sample }: Pick<ArchiveSummary, "sample">,
  { size, root }: LogHead,
): string {
  const origin = logOrigin(url, logSigner?.name ?? null, sample);
  const text = checkpointText({ origin, size, root });
  return logSigner && !sample ? logSigner.sign(text) : text;
}
