import { statementPath } from "../permalinks.ts";
import type { ArchivePublishing, Store } from "../store/store.ts";
import { type ActOptions, runOf } from "./publishing-options.ts";
import { notKnown, refusal } from "./refusals.ts";

/** What a withdrawal did. */
export interface Withdrawn {
  id: string;
  /** Where the words stay readable, or where readers are told that they are gone. */
  permalink: string;
  /** `gone` from the archive, or `kept` on the page with the notice. */
  text: "gone" | "kept";
  reason: string;
}

/**
 * Withdraws the statement: its words and bytes are gone, or stay readable with the reason. One that was withdrawn before
 * may be withdrawn again, with another reason, or now with its words. Throws `not-found` and `bad-request`.
 */
export function withdrawStatement(
  store: Store,
  { id, reason, keepText }: { id: string; reason: string; keepText: boolean },
  options: ActOptions,
): Promise<Withdrawn> {
  return store.publishingRun(runOf("withdrawal", reason, options), async (archive) => {
    await requireStanding(archive, id, keepText);
    if (keepText) await archive.withdrawMarked(id, reason);
    else await archive.withdrawErased(id, reason);
    const permalink = await permalinkOf(archive, id);
    return { id, permalink, text: keepText ? "kept" : "gone", reason };
  });
}

async function requireStanding(archive: ArchivePublishing, id: string, keepText: boolean) {
  const standing = await archive.standing(id);
  if (standing === null) throw notKnown(id);
  if (standing === "sample") throw refusal(id, "was one of the sample, which is gone");
  if (!keepText || standing === "present" || standing === "marked") return;
  const remedy = standing === "hidden" ? "; restore it first" : "";
  throw refusal(id, `was taken away with its words, which cannot stay readable${remedy}`);
}

async function permalinkOf(archive: ArchivePublishing, id: string): Promise<string> {
  const found = await archive.statement(id);
  if (found === null) throw notKnown(id);
  return statementPath("removedAt" in found ? { ...found, slug: null } : found);
}
