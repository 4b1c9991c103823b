/** Scripts written without spaces between words, with their punctuation and full-width forms; not Hangul, which has spaces. */
const UNSPACED =
  /[\u2e80-\u303e\u3041-\u3126\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** What terminals and editors draw two columns wide (Unicode Standard Annex 11: Wide and Fullwidth), in rough blocks. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Where the first character stands on either side of which a line may break without a space; -1 where there is none. */
export function indexOfUnspaced(text: string): number {
  return text.search(UNSPACED);
}

/** How many characters (code points) the text has. */
export function characters(text: string): number {
  let count = 0;
  for (const _character of text) count++;
  return count;
}

/** How wide the text is: 1 a character, 2 a wide one (CJK), 0 a combining mark or format character. */
export function columns(text: string): number {
  // Nearly every line is of narrow letters, whose count is the length.
  if (/^[\0-\u02ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (character < "\u0300") width += 1;
    else if (WIDE.test(character)) width += 2;
    else if (!NO_WIDTH.test(character)) width += 1;
  }
  return width;
}
