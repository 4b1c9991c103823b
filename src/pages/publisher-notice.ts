import { comparePath } from "../permalinks.ts";
import type { Instant, RevisionMark, Statement } from "../statements/statement.ts";
import { longInstant } from "./long-instant.ts";

/** What the publisher says of a statement, over its words. */
export interface PublisherNotice {
  /** `Withdrawn`, `Corrected`, or over an earlier wording `Corrected since`. */
  done: string;
  at: { isoInstant: Instant; longInstant: string };
  /** The publisher's words: one line. */
  reason: string;
  /** Our own sentence behind them; empty for none. */
  remark: string;
  /** The comparison with the wording before; `null` for none. */
  compare: string | null;
}

type Shown = Pick<Statement, "id" | "revision" | "revisions" | "withdrawn">;

const STAYS_READABLE =
  "The words stay here, so that what was cited can be read; cite them as withdrawn.";

/** A withdrawal that holds, and the correction that made the wording shown, or else the first one that followed it. */
export function publisherNotices(shown: Shown): PublisherNotice[] {
  const notices: PublisherNotice[] = [];
  if (shown.withdrawn) {
    const { at, reason } = shown.withdrawn;
    notices.push({
      done: "Withdrawn",
      at: inWords(at),
      reason,
      remark: STAYS_READABLE,
      compare: null,
    });
  }
  const own = shown.revisions.find(({ n, note }) => n === shown.revision && note !== null);
  const since = shown.revisions.find(({ n, note }) => n > shown.revision && note !== null);
  if (own) notices.push(correction("Corrected", shown, own));
  else if (since) notices.push(correction("Corrected since", shown, since));
  return notices;
}

function correction(
  done: string,
  { id, revisions }: Shown,
  { n, note, seenAt }: RevisionMark,
): PublisherNotice {
  const before = revisions.findLast((revision) => revision.n < n && !revision.gone);
  const compare = before ? comparePath(id, before.n, n) : null;
  return { done, at: inWords(seenAt), reason: note ?? "", remark: "", compare };
}

function inWords(at: Instant): PublisherNotice["at"] {
  return { isoInstant: at, longInstant: longInstant(at) };
}
