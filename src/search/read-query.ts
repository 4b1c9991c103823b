import type { SearchQuery, SearchTerm } from "../statements/search-query.ts";
import { type QueryToken, queryTokens } from "./query-tokens.ts";
import { type Word, wordsOf } from "./words.ts";

/** How many words are looked for; the rest of a longer query is left out, and the page says so. */
export const MOST_WORDS = 32;

/** With how many letters a word must begin of which the rest is left open: `neg*`. */
export const SHORTEST_BEGINNING = 3;

/** Fields named in the box, as typed; absent where not named. */
export type QueryFields = Partial<Record<"agency" | "place" | "language" | "tag" | "date", string>>;

/** What the search box asks for. */
export interface ReadQuery {
  /** `null` where nothing was typed but fields, or nothing that holds a letter or a digit. */
  query: SearchQuery | null;
  fields: QueryFields;
  /** `plain`: it could not be read as written, so every word of it is looked for. `shortened`: words beyond `MOST_WORDS` were left out. */
  understood: "as-written" | "plain" | "shortened";
}

/**
 * Reads `words` (all must be there), `"a phrase"`, `-without`, `this OR that`, `prefix*` and the fields `agency:` `place:`
 * `language:` `tag:` `date:`. Never throws: what cannot be read as written is read as plain words.
 */
export function readQuery(typed: string): ReadQuery {
  const tokens = queryTokens(typed);
  const read = tokens && readTokens(tokens);
  return bounded(read ?? plainWords(typed));
}

function readTokens(tokens: QueryToken[]): ReadQuery | null {
  const query: SearchQuery = { all: [], none: [] };
  const fields: QueryFields = {};
  let alternative = false;
  for (const token of tokens) {
    if (token.kind === "or") {
      if (alternative || query.all.length === 0) return null;
      alternative = true;
    } else if (token.kind === "field") {
      const name = token.name as keyof QueryFields;
      if (alternative || token.value === "" || fields[name] !== undefined) return null;
      fields[name] = token.value;
    } else if (!addTerm(query, token, alternative)) {
      return null;
    } else {
      alternative = false;
    }
  }
  if (alternative) return null;
  const asked = query.all.length > 0 || query.none.length > 0;
  return { query: asked ? query : null, fields, understood: "as-written" };
}

/** Whether the words could be read; a piece without a letter or digit is passed over unless an operator stands on it. */
function addTerm(
  query: SearchQuery,
  token: Extract<QueryToken, { kind: "words" }>,
  alternative: boolean,
): boolean {
  const found = [...wordsOf(token.text)];
  if (token.prefix && isShort(found.at(-1))) return false;
  const words = found.map((word) => token.text.slice(word.start, word.end));
  if (words.length === 0) return !alternative && !token.without && !token.prefix && !token.quoted;
  const term: SearchTerm = { words, exact: token.quoted, prefix: token.prefix };
  const group = query.all.at(-1);
  if (token.without) {
    if (alternative) return false;
    query.none.push(term);
  } else if (alternative && group) {
    group.push(term);
  } else {
    query.all.push([term]);
  }
  return true;
}

/** Too many words begin with one or two letters for anybody to mean them. */
function isShort(beginning: Word | undefined): boolean {
  return (
    beginning !== undefined && !beginning.alone && [...beginning.folded].length < SHORTEST_BEGINNING
  );
}

function plainWords(typed: string): ReadQuery {
  const all = [...wordsOf(typed)].map((word) => {
    const written = typed.slice(word.start, word.end);
    return [{ words: [written], exact: false, prefix: false }];
  });
  const query = all.length > 0 ? { all, none: [] } : null;
  return { query, fields: {}, understood: "plain" };
}

function bounded(read: ReadQuery): ReadQuery {
  if (!read.query) return read;
  let left = MOST_WORDS;
  const fits = (term: SearchTerm) => {
    left -= term.words.length;
    return left >= 0;
  };
  const all = read.query.all.map((group) => group.filter(fits)).filter((group) => group.length > 0);
  const none = read.query.none.filter(fits);
  if (left >= 0) return read;
  const query = all.length > 0 || none.length > 0 ? { all, none } : firstWords(read.query);
  return { ...read, query, understood: "shortened" };
}

/** A single term longer than the bound: its beginning. */
function firstWords(query: SearchQuery): SearchQuery {
  const [first] = [...query.all.flat(), ...query.none];
  if (!first) return query;
  return { all: [[{ ...first, words: first.words.slice(0, MOST_WORDS) }]], none: [] };
}
