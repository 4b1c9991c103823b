import { stemmerFor } from "../../../src/search/stemmers.ts";
import { type Word, wordsOf } from "../../../src/search/words.ts";
import type { SearchQuery, SearchTerm } from "../../../src/statements/search-query.ts";
import type { Content } from "../../../src/statements/statement.ts";
import type { StatementFilter } from "../../../src/statements/statement-filter.ts";

/** The slow and obvious search: whether the statement is found, word by word. */
export function isFoundPlainly(
  query: SearchQuery | null,
  filter: StatementFilter,
  statement: Content,
): boolean {
  const holds = (term: SearchTerm) =>
    [statement.headline, statement.text].some((text) => holdsTerm(text, term, statement.language));
  return (
    passesPlainly(filter, statement) &&
    (query?.all ?? []).every((group) => group.some(holds)) &&
    !(query?.none ?? []).some(holds)
  );
}

function passesPlainly(filter: StatementFilter, statement: Content): boolean {
  const same = (asked: string | null, has: string | null) =>
    asked === null || asked.toLowerCase() === has?.toLowerCase();
  return (
    (filter.from === null || statement.date >= filter.from) &&
    (filter.to === null || statement.date <= filter.to) &&
    same(filter.agency, statement.agency) &&
    same(filter.place, statement.place) &&
    same(filter.language, statement.language) &&
    (filter.tag === null || statement.tags.some((tag) => same(filter.tag, tag)))
  );
}

function holdsTerm(text: string, term: SearchTerm, language: string): boolean {
  const wanted = term.words.flatMap((word) => [...wordsOf(word)]);
  const has = [...wordsOf(text)];
  return has.some((_, start) =>
    wanted.every((word, index) => {
      const there = has[start + index];
      if (!there) return false;
      if (there.folded === word.folded) return true;
      const last = index === wanted.length - 1;
      if (term.prefix && last && !word.alone) return there.folded.startsWith(word.folded);
      return !term.exact && wanted.length === 1 && !term.prefix && isFormOf(there, word, language);
    }),
  );
}

function isFormOf(one: Word, other: Word, language: string): boolean {
  const stem = stemmerFor(language);
  return stem !== null && !one.alone && !other.alone && stem(one.bare) === stem(other.bare);
}
