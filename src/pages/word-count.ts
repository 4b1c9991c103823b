const TOKEN = /[\p{L}\p{N}\p{M}\p{Pc}]+(?:['’.,:\-‐‑][\p{L}\p{N}\p{M}\p{Pc}]+)*/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SEGMENTER = new Intl.Segmenter("en", { granularity: "word" });

/** So many characters at most go to the segmenter at once: its time grows with the square of them. */
const SLICE = 200;

/** How many words the text has; in scripts that write no spaces, as a dictionary divides them. Signs and spaces are none. */
export function wordCount(text: string): number {
  let count = 0;
  for (const [token] of text.matchAll(TOKEN)) count += UNSPACED.test(token) ? unspaced(token) : 1;
  return count;
}

function unspaced(token: string): number {
  let count = 0;
  for (let start = 0; start < token.length; start += SLICE) {
    for (const segment of SEGMENTER.segment(token.slice(start, start + SLICE))) {
      if (segment.isWordLike) count++;
    }
  }
  return count;
}
