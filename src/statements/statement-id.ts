/** Digits and letters that cannot be taken for one another (Crockford's base 32, in lower case). */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The shortest id: 50 bits, so that a million statements meet by chance once in 2,000 archives. */
export const ID_LENGTH = 10;

/** Matches exactly the ids that `statementIds` makes. */
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{10,51}$/;

/** The bytes as base 32, five bits a letter, most significant first; bits that do not fill a letter are dropped. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return text;
}

/**
 * The ids that a statement may take, best first, from the SHA-256 of its first date and text (32 bytes): the first
 * that no other statement has is its id, for ever. Always the same ids in the same order for the same digest.
 */
export function* statementIds(digest: Uint8Array): Generator<string> {
  const letters = base32(digest);
  for (let length = ID_LENGTH; length <= letters.length; length++) {
    for (let start = 0; start + length <= letters.length; start++) {
      yield letters.slice(start, start + length);
    }
  }
}
