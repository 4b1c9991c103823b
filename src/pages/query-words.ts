import type { SearchQuery, SearchTerm } from "../statements/search-query.ts";
import { shortenAtWord } from "../statements/shorten.ts";
import { termWords } from "./query-text.ts";
import { named, type Sentence, words } from "./sentence.ts";
import { counted } from "./wording.ts";

/** So many groups of words are named in a sentence; of more, their number. */
const MOST_NAMED = 6;
/** Longer words are shortened where they are named. */
const LONGEST = 60;

/**
 * A query in words: `with “Lachin” and “corridor”`, `with “truce” or “ceasefire”`, `with a word that begins with “azer”`,
 * `with “Baku”, without “Yerevan”`.
 */
export function queryPhrases({ all, none }: SearchQuery): Sentence[] {
  const phrases: Sentence[] = [];
  if (all.length > 0) phrases.push([words("with "), ...groupsInWords(all)]);
  if (none.length > 0) phrases.push([words("without "), ...listedTerms(none, "or")]);
  return phrases;
}

/** One group: `“truce” or “ceasefire”`. */
export function groupInWords(group: SearchTerm[]): Sentence {
  return listedTerms(group, "or");
}

function groupsInWords(all: SearchTerm[][]): Sentence {
  const several = all.length > 1;
  return joined(
    all.map((group) =>
      several && group.length > 1
        ? [words("either "), ...groupInWords(group)]
        : groupInWords(group),
    ),
    "and",
  );
}

function listedTerms(terms: SearchTerm[], conjunction: "and" | "or"): Sentence {
  return joined(terms.map(termInWords), conjunction);
}

function termInWords(term: SearchTerm): Sentence {
  const quoted = [words("“"), named(shortenAtWord(termWords(term), LONGEST)), words("”")];
  if (term.prefix) return [words(beginning(term)), ...quoted];
  return term.exact && term.words.length === 1 ? [words("exactly "), ...quoted] : quoted;
}

function beginning({ words }: SearchTerm): string {
  return words.length === 1 ? "a word that begins with " : "words that begin with ";
}

function joined(parts: Sentence[], conjunction: "and" | "or"): Sentence {
  const shown = parts.length > MOST_NAMED ? parts.slice(0, MOST_NAMED - 1) : parts;
  const rest = parts.length - shown.length;
  const all = rest > 0 ? [...shown, [words(counted(rest, "further word"))]] : shown;
  return all.flatMap((part, index) => {
    if (index === 0) return part;
    return [words(index === all.length - 1 ? ` ${conjunction} ` : ", "), ...part];
  });
}
