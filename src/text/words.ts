/** Scripts that write words without spaces between them. */
const UNSPACED_RUN =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+)/u;

/** A word or a figure with the signs inside it (`longer-term`, `don't`, `3.5`), a run of white space, or one other sign. */
const PIECE = /[\p{L}\p{M}\p{N}]+(?:['’.,:-][\p{L}\p{M}\p{N}]+)*|\s+|./gu;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** The text cut into words, signs and white space, in order: joined they are the text. */
export function piecesOf(text: string): string[] {
  // Splitting tries every place, searching does not: nearly every text is of scripts with spaces.
  if (!UNSPACED_RUN.test(text)) return text.match(PIECE) ?? [];
  return text
    .split(UNSPACED_RUN)
    .flatMap((run, index) =>
      index % 2 === 1
        ? Array.from(segmenter.segment(run), ({ segment }) => segment)
        : (run.match(PIECE) ?? []),
    );
}

/** Whether the piece is a word or a figure. */
export function isWord(piece: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(piece);
}
