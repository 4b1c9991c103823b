import type { InclusionProof } from "../log/inclusion-proof.ts";
import type { LogEntry, Logged } from "../log/log-entry.ts";
import { dataPath, PROOF, proofPath, revisionPath } from "../permalinks.ts";
import type { Instant } from "../statements/statement.ts";
import type { ArchiveSummary } from "../store/store.ts";
import { headDay } from "./head-date.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { type Leaf, leafOf } from "./leaf.ts";
import { longDate } from "./long-date.ts";
import { longInstant } from "./long-instant.ts";
import type { Site } from "./site.ts";
import { figure } from "./wording.ts";

export interface StatementProofRequest {
  summary: ArchiveSummary;
  entry: LogEntry;
  proof: InclusionProof;
  /** How many entries the tree has. */
  size: number;
}

export interface StatementProofPage {
  layout: Layout;
  leaf: Leaf;
  /** `/s/…@2` */
  statement: string;
  explained: string;
  /** `Entry 6 of 978` */
  place: string;
  done: string;
  time: { isoInstant: Instant; longInstant: string };
  /** Digests in groups of 16, between which a line may break. */
  source: string[];
  record: string[] | null;
  /** The entry as it was hashed. */
  text: string;
  /** In base 64, from the leaf's neighbour up. */
  path: string[];
  checkpoint: string;
  files: { proof: string; json: string };
}

const DONE: Record<Logged, string> = {
  added: "the statement came into the archive",
  revised: "a new wording came",
  marked: "it was withdrawn, and its words stayed readable",
  withdrawn: "it was withdrawn",
  erased: "it was withdrawn, and its words were deleted",
  restored: "it was restored",
};

export function statementProofPage(
  site: Site,
  { summary, entry, proof, size }: StatementProofRequest,
): StatementProofPage {
  const { statement, revision, date, time, record } = entry;
  const path = proofPath(statement, revision);
  return {
    layout: layoutOf(site, summary, {
      title: `Proof of revision ${revision} of a statement of ${longDate(date)}`,
      description: `That the words, the day and the source of the statement ${statement} are in the log of ${site.title}.`,
      path,
      current: null,
      skipTo: "proof",
      date: headDay(date),
      robots: "noindex",
    }),
    leaf: leafOf(date),
    statement: revisionPath(statement, revision),
    explained: PROOF,
    place: `Entry ${figure(proof.index + 1)} of ${figure(size)}`,
    done: DONE[entry.change],
    time: { isoInstant: time, longInstant: longInstant(time) },
    source: groups(entry.source),
    record: record === null ? null : groups(record),
    text: proof.entry.toString("utf8"),
    path: proof.path.map((hash) => hash.toString("base64")),
    checkpoint: proof.checkpoint,
    files: { proof: dataPath(path, "txt"), json: dataPath(path, "json") },
  };
}

function groups(digest: string): string[] {
  return digest.match(/.{1,16}/g) ?? [];
}
