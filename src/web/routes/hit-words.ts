import type { HitWords } from "../../pages/hit-words.ts";
import { type Matcher, matcherFor } from "../../search/matches.ts";
import { type Budget, bestPassage } from "../../search/passage.ts";
import type { SearchQuery } from "../../statements/search-query.ts";
import type { ListedStatement } from "../../statements/statement.ts";
import { anchorOfParagraph, searchedParagraphs } from "../../text/searched-paragraphs.ts";

/** So many characters a page are looked at beyond the beginnings of its statements. */
const BEYOND = 300_000;

/** Where each of the statements holds the words, by its id; empty where none are looked for. */
export function hitWords(
  statements: ListedStatement[],
  query: SearchQuery | null,
): Map<string, HitWords> {
  if (query === null) return new Map();
  const matcher = matcherFor(query);
  const budget: Budget = { characters: BEYOND };
  return new Map(
    statements.map((statement) => [
      statement.id,
      {
        headline: matcher(statement.headline, statement.language),
        passage: passageOf(statement, query, matcher, budget),
      },
    ]),
  );
}

function passageOf(
  { words, language, headline, headlineDerived }: ListedStatement,
  query: SearchQuery,
  matcher: Matcher,
  budget: Budget,
): HitWords["passage"] {
  if (words === null) return null;
  const found = bestPassage({
    paragraphs: searchedParagraphs(words),
    matcher,
    language,
    groups: query.all.length,
    shown: headlineDerived ? headline : "",
    budget,
  });
  if (found === null) return null;
  const { text, matches, before, after, paragraph } = found;
  return { text, matches, before, after, anchor: anchorOfParagraph(words, paragraph) };
}
