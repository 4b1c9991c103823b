import { jsonText } from "../../formats/json-text.ts";
import { logCheckpoint } from "../../formats/log-checkpoint.ts";
import { proofJson, statementProofJson } from "../../formats/proof-json.ts";
import { type InclusionProof, proofText } from "../../log/inclusion-proof.ts";
import { entryBytes, type LogEntry } from "../../log/log-entry.ts";
import { inclusionPath } from "../../log/tree-proofs.ts";
import { proofPage } from "../../pages/proof-page.ts";
import { statementProofPage } from "../../pages/statement-proof-page.ts";
import { PROOF } from "../../permalinks.ts";
import { ID_PATTERN } from "../../statements/statement-id.ts";
import { notFound } from "../page-problem.ts";
import type { Page } from "../resource.ts";

/** What the log proves, and how anybody checks it. */
export const proof: Page = async ({ store, site, summary }) => {
  const head = await store.logHead();
  const checkpoint = logCheckpoint(site, summary, head);
  const page = proofPage(site, { summary, head, checkpoint });
  return {
    changedAt: summary.changedAt,
    html: () => ({ name: "proof", page }),
    data: { json: () => jsonText(proofJson(head, checkpoint, page.key)) },
  };
};

/** That one wording is in the log, also where its words are gone. */
export const statementProof: Page = async ({ store, site, summary, path }) => {
  const { id = "", n = "" } = path;
  const known = ID_PATTERN.test(id) && /^[1-9]\d{0,8}$/.test(n);
  const index = known ? await store.logIndexOf(id, Number(n)) : null;
  if (index === null) throw noSuchEntry();
  const head = await store.logHead();
  const [entry] = (await store.logEntries(index, index + 1)) as [LogEntry];
  const found: InclusionProof = {
    index,
    entry: entryBytes(entry),
    path: await inclusionPath(store.logHashes, index, head.size),
    checkpoint: logCheckpoint(site, summary, head),
  };
  const request = { summary, entry, proof: found, size: head.size };
  return {
    changedAt: summary.changedAt,
    html: () => ({ name: "statement-proof", page: statementProofPage(site, request) }),
    data: { json: () => jsonText(statementProofJson(found)), txt: () => proofText(found) },
  };
};

function noSuchEntry() {
  return notFound("There is no such entry in the log", "No wording of a statement has that name.", [
    { label: "What is proved, and how", href: PROOF },
  ]);
}
