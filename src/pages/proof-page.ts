import { DOWNLOAD, LOG_CHECKPOINT, PROOF, VERIFIER } from "../permalinks.ts";
import type { ArchiveSummary, LogHead } from "../store/store.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Site } from "./site.ts";
import { counted } from "./wording.ts";

export interface ProofRequest {
  summary: ArchiveSummary;
  head: LogHead;
  /** With its signature, where there is one. */
  checkpoint: string;
}

export interface ProofPage {
  layout: Layout;
  siteTitle: string;
  /** `978 entries` */
  size: string;
  checkpoint: { text: string; href: string };
  /** For whoever checks the signature; `null` where nobody signs. */
  key: string | null;
  sample: boolean;
  /** Where the tiles begin: `https://example.org/log/tile/`. */
  tiles: string;
  /** The program that checks a download. */
  verifier: string;
  /** Where its files are: `https://example.org/download`. */
  downloads: string;
}

export function proofPage(site: Site, { summary, head, checkpoint }: ProofRequest): ProofPage {
  return {
    layout: layoutOf(site, summary, {
      title: "Proof",
      description: `How anybody can see that nothing in ${site.title} was altered or taken out in silence.`,
      path: PROOF,
      current: null,
      skipTo: "text",
    }),
    siteTitle: site.title,
    size: counted(head.size, "entry", "entries"),
    checkpoint: { text: checkpoint, href: LOG_CHECKPOINT },
    key: summary.sample ? null : (site.logSigner?.verifierKey ?? null),
    sample: summary.sample,
    tiles: `${site.url}/log/tile/`,
    verifier: VERIFIER,
    downloads: `${site.url}${DOWNLOAD}`,
  };
}
