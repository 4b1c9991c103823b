import { createHash } from "node:crypto";
import type { Content } from "../statements/statement.ts";

/** What readers are shown of a wording, but for its excerpt, which is cut from it. */
export interface LoggedWording extends Omit<Content, "date" | "text" | "blocks" | "excerpt"> {
  /** Of day and text: SHA-256 of the day, a line feed and the text in UTF-8, 64 hexadecimal digits. */
  digest: string;
  /** SHA-256 of the rendered blocks as JSON, 64 hexadecimal digits; `null` of a literal text. */
  rendered: string | null;
  /** The path of the file that brought it, under its folder. */
  file: string;
}

/**
 * The digest that an entry keeps of a wording, 32 bytes: SHA-256 of a JSON array. `slug` is that of the statement's address, of an
 * entry that gives it one (`added`, `restored`), else `null`; `note` is what the publisher said: of a correction, or on restoring.
 */
export function wordingRecord(
  wording: LoggedWording,
  slug: string | null,
  note: string | null,
): Buffer {
  const { digest, headline, headlineDerived, place, agency, language } = wording;
  const { url, rights, tags, format, rendered, file } = wording;
  const shown = [headline, headlineDerived, place, agency, language, url, rights, tags];
  return sha256(JSON.stringify(["wording", slug, digest, ...shown, format, rendered, file, note]));
}

/** The digest that an entry keeps of a withdrawal, 32 bytes: SHA-256 of a JSON array. */
export function withdrawalRecord(reason: string | null): Buffer {
  return sha256(JSON.stringify(["withdrawal", reason]));
}

/** What stands for a rendering in a wording's record. `blocks`: as JSON, as they are stored; `null` of a literal text. */
export function renderedDigest(blocks: string | null): string | null {
  return blocks === null ? null : sha256(blocks).toString("hex");
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
