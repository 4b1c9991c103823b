import { createHash } from "node:crypto";
import type { IsoDate } from "../statements/iso-date.ts";

/** SHA-256 (32 bytes) of the day, a line feed and the text in UTF-8: equal day and text, equal digest. */
export function contentDigest(date: IsoDate, text: string): Uint8Array {
  return createHash("sha256").update(`${date}\n${text}`, "utf8").digest();
}
