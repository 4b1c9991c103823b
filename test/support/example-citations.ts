import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Citation, type Cited, citationOf } from "../../src/citation.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import { plainLine } from "../../src/statements/plain-line.ts";

/** Titles with every character that a format of citations reads as its own. */
export const HOSTILE_TITLES = [
  "Profit & loss: 50% of $5_000 #1 {in braces} ~home x^2 C:\\dir",
  "A brace { alone, and } the other way round } {",
  "{{both}} }} and {{ and \\{ and \\}",
  "Dashes - -- --- and marks `` '' ,, ?` !` << >>",
  'He said "no", “never” and ‘not now’, didn\'t he?',
  "a|b=c [[link|text]] [https://example.org x] ''italic'' '''bold''' ~~~~ __TOC__ <!-- --> <ref>x</ref> &amp; &#65;",
  "ER - TY - JOUR",
  "@online{x, title = {y}}",
  "\\input{/etc/passwd} \\write18{ls} $\\alpha$ \\\\",
  "<script>alert(1)</script> </script> --> ]]>",
  "Премьер: «Мы откроем мост» – 5 мая",
  "Վարչապետը հայտարարեց՝ կամուրջը բաց է։",
  "قال الوزير: «الجسر مفتوح» (North Road) اليوم",
  "ראש הממשלה: הגשר פתוח – 50%",
  "総理は「橋を開く」と述べた。",
  "e\u0301 and \u00e9, zero\u200bwidth, 👩‍👩‍👧 𝔘",
  "and others and and",
  "%",
  "\\",
  "{",
  "}",
];

export const CITED: Cited = {
  id: "k3m9p2q7ra",
  revision: 2,
  date: "2023-01-27" as IsoDate,
  headline: "The River Bridge Opens Again",
  headlineDerived: false,
  agency: "Coast Wire",
  language: "en",
  withdrawn: null,
};

/** As of the evening of 7 June 2024 in UTC. */
export const WITHDRAWN = { at: "2024-06-07T23:09:10Z", reason: "It was wrong." };

/** The citation of an example statement. */
export function exampleCitation(changes: Partial<Cited> = {}, site = "Dateline"): Citation {
  return citationOf({ ...CITED, ...changes }, { title: site, url: "https://archive.example" });
}

/** A citation for each title, as the statement's own or derived by turns; the agency and the site are named the same. */
export function citationsOf(titles: string[]): Citation[] {
  return titles.map((headline, at) =>
    exampleCitation(
      { id: `t${at}`, headline, headlineDerived: at % 2 === 1, agency: headline },
      headline,
    ),
  );
}

/** Every line of the files of a folder of hostile strings in which anything can be seen, once. */
export function hostileLines(folder: string): string[] {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .map((line) => plainLine(line, Number.POSITIVE_INFINITY));
  return [...new Set(lines)].filter((line) => line !== "");
}
