import type { SearchQuery, SearchTerm } from "../statements/search-query.ts";

/** Scripts of which each letter is a word of the query. */
const UNPARTED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

/** The query as it would be typed; reading it gives the same query. */
export function queryText({ all, none }: SearchQuery): string {
  const groups = all.map((group) => group.map(termText).join(" OR "));
  return [...groups, ...none.map((term) => `-${termText(term)}`)].join(" ");
}

/** A term's words as they stand in a text. */
export function termWords({ words, exact }: SearchTerm): string {
  if (exact) return words.join(" ");
  return words.every((word) => UNPARTED.test(word)) ? words.join("") : words.join("-");
}

function termText(term: SearchTerm): string {
  const words = termWords(term);
  const star = term.prefix ? "*" : "";
  if (term.exact) return `"${words}"${star}`;
  // In capitals it would be the operator.
  return (words === "OR" ? "or" : words) + star;
}
