/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Whether more than half of the later text's words are not in the earlier one; each word counts as often as it stands there. */
export function areMostlyNew(earlier: string, later: string): boolean {
  const left = new Map<string, number>();
  for (const word of wordsOf(earlier)) left.set(word, (left.get(word) ?? 0) + 1);
  let all = 0;
  let added = 0;
  for (const word of wordsOf(later)) {
    all++;
    const count = left.get(word) ?? 0;
    if (count === 0) added++;
    else left.set(word, count - 1);
  }
  return added * 2 > all;
}

function* wordsOf(text: string): Generator<string> {
  for (const [run] of text.toLowerCase().matchAll(RUN)) {
    if (!UNSPACED.test(run)) yield run;
    else for (const { segment } of segmenter.segment(run)) yield segment;
  }
}
