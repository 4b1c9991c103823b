import type { SearchQuery } from "../statements/search-query.ts";
import type { NameKind, StatementFilter } from "../statements/statement-filter.ts";
import { languageName } from "./language-name.ts";
import { periodWords } from "./period-words.ts";
import { queryPhrases } from "./query-words.ts";
import { named, type Sentence, words } from "./sentence.ts";
import { counted } from "./wording.ts";

/**
 * A list in words: `14 statements from RIA Novosti, 27 January to 28 February 2023, with “Lachin corridor”`. `shownNames` are the names as the
 * archive writes them, `null` where it does not hold them.
 */
export function listTitle(
  total: number,
  asked: { query: SearchQuery | null; filter: StatementFilter },
  shownNames: ShownNames,
): Sentence {
  const count = total === 0 ? "No statements" : counted(total, "statement");
  return sentenceOf(count, asked, shownNames);
}

/** A list in words without its count: `Statements with “corridor”`. */
export function listName(
  asked: { query: SearchQuery | null; filter: StatementFilter },
  shownNames: ShownNames,
): Sentence {
  return sentenceOf("Statements", asked, shownNames);
}

/** Names as the archive writes them; `null` where it does not hold them, or none was asked for. */
export type ShownNames = Record<NameKind | "tag", string | null>;

function sentenceOf(
  start: string,
  { query, filter }: { query: SearchQuery | null; filter: StatementFilter },
  shownNames: ShownNames,
): Sentence {
  const agency = shownNames.agency ?? filter.agency;
  const place = shownNames.place ?? filter.place;
  const tag = shownNames.tag ?? filter.tag;
  const { language } = filter;
  const phrases: Sentence[] = [
    agency === null ? [] : [words("from "), named(agency)],
    place === null ? [] : [words("datelined "), named(place)],
    language === null ? [] : [words(`in ${languageName(language)}`)],
    tag === null ? [] : [words("tagged "), named(tag)],
    periodWords(filter),
    ...(query === null ? [] : queryPhrases(query)),
  ].filter((phrase) => phrase.length > 0);
  return [words(start), ...phrases.flatMap(joined)];
}

/** "3 statements in 2023", but "3 statements, 1 to 5 March 2023" and "3 statements from RIA Novosti, in 2023". */
function joined(phrase: Sentence, index: number): Sentence {
  const beginsWithDate = phrase[0]?.isoDate !== null;
  return [words(index === 0 && !beginsWithDate ? " " : ", "), ...phrase];
}
