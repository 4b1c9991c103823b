import { createHash } from "node:crypto";
import { base32 } from "../statements/statement-id.ts";
import { indexOfUnspaced } from "./character-width.ts";
import { joinLines } from "./join-lines.ts";

/** Of a digest: as 8 letters in base 32. */
const BYTES = 5;

/**
 * The anchor of each text, in order, without `#`: `p-` and 8 letters made from its words alone, so that neither a
 * paragraph inserted above nor another wrapping of the lines moves a link. The second of equal texts gets `-2`, and so on.
 */
export function paragraphAnchors(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const anchor = anchorOf(text);
    const count = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, count);
    return count === 1 ? anchor : `${anchor}-${count}`;
  });
}

function anchorOf(text: string): string {
  const words = text.trim();
  // Without CJK characters every joint is a space, which is quicker to say all at once.
  const folded =
    indexOfUnspaced(words) < 0 ? words.replace(/\s+/g, " ") : joinLines(words.split(/\s+/));
  return `p-${base32(createHash("sha256").update(folded).digest().subarray(0, BYTES))}`;
}
