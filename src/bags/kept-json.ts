import type { KeptLogEntry, KeptRevision, KeptSource, KeptStatement } from "../store/store.ts";

/** A statement on a line of `statements.jsonl`: as it is kept, but for sums, which are hexadecimal, and bytes, which are in files of their own. */
export interface StatementLine extends Omit<KeptStatement, "sample" | "revisions"> {
  sample: string | null;
  revisions: RevisionLine[];
}

/** Blocks of Markdown are made anew from the text: what is printed as it stands must come from nowhere else. */
export interface RevisionLine extends Omit<KeptRevision, "digest" | "content" | "sources"> {
  digest: string;
  content: Omit<NonNullable<KeptRevision["content"]>, "blocks"> | null;
  sources: SourceLine[];
}

export interface SourceLine extends Omit<KeptSource, "sha256" | "bytes"> {
  sha256: string;
  /** The file in the bag that holds the bytes; `null` where they are gone. */
  bytes: string | null;
}

export interface LogLine extends Omit<KeptLogEntry, "record"> {
  record: string;
}

/** `bytes`: the file of a source, by the revision and the number of the source among its revision's, from 1. */
export function statementLine(
  { sample, revisions, ...statement }: KeptStatement,
  fileOf: (revision: KeptRevision, index: number) => string | null,
): StatementLine {
  return {
    ...statement,
    sample: sample && hex(sample),
    revisions: revisions.map((revision) => revisionLine(revision, fileOf)),
  };
}

function revisionLine(
  revision: KeptRevision,
  fileOf: (revision: KeptRevision, index: number) => string | null,
): RevisionLine {
  const { digest, content, sources, ...rest } = revision;
  const { blocks: _, ...words } = content ?? { blocks: null };
  return {
    ...rest,
    digest: hex(digest),
    content: content && (words as RevisionLine["content"]),
    sources: sources.map(({ sha256, bytes: _bytes, ...source }, index) => ({
      ...source,
      sha256: hex(sha256),
      bytes: fileOf(revision, index + 1),
    })),
  };
}

export function logLine({ record, ...entry }: KeptLogEntry): LogLine {
  return { ...entry, record: hex(record) };
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
