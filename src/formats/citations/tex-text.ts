/** What TeX would take for a command, and how the character is written instead; all else BibLaTeX reads as UTF-8. */
const WRITTEN: Record<string, string> = {
  "\\": "\\textbackslash{}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  // A seam between two characters that TeX would draw as one: dashes, quotation marks, inverted marks.
  "": "{}",
};
const PROTECTED = /[\\$&#%_^~<>{}]|(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)/g;

/**
 * A text as the value of a BibTeX field, for a pair of braces around it: TeX prints every character of it. Readers of BibTeX count
 * braces whether they are escaped or not, so that one without its partner is written in letters.
 */
export function texText(text: string): string {
  const partnered = partneredBraces(text);
  return text.replace(PROTECTED, (mark, at: number) =>
    partnered.has(at) ? `\\${mark}` : (WRITTEN[mark] as string),
  );
}

/** Where the braces stand that close one another. */
function partneredBraces(text: string): Set<number> {
  const partnered = new Set<number>();
  const open: number[] = [];
  for (const { index, 0: mark } of text.matchAll(/[{}]/g)) {
    if (mark === "{") open.push(index);
    const opening = mark === "}" ? open.pop() : undefined;
    if (opening !== undefined) partnered.add(opening).add(index);
  }
  return partnered;
}
