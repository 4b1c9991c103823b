import type { NameKind, StatementFilter } from "../statements/statement-filter.ts";
import { languageName } from "./language-name.ts";
import { periodWords } from "./period-words.ts";
import { named, type Sentence, words } from "./sentence.ts";
import { counted } from "./wording.ts";

/**
 * A list in words: `14 statements from RIA Novosti, 27 January to 28 February 2023`. `shownNames` are the names as the
 * archive writes them, `null` where it does not hold them.
 */
export function listTitle(
  total: number,
  filter: StatementFilter,
  shownNames: Record<NameKind, string | null>,
): Sentence {
  const agency = shownNames.agency ?? filter.agency;
  const place = shownNames.place ?? filter.place;
  const { language } = filter;
  const phrases: Sentence[] = [
    agency === null ? [] : [words("from "), named(agency)],
    place === null ? [] : [words("datelined "), named(place)],
    language === null ? [] : [words(`in ${languageName(language)}`)],
    periodWords(filter),
  ].filter((phrase) => phrase.length > 0);
  const count = total === 0 ? "No statements" : counted(total, "statement");
  return [words(count), ...phrases.flatMap(joined)];
}

/** "3 statements in 2023", but "3 statements, 1 to 5 March 2023" and "3 statements from RIA Novosti, in 2023". */
function joined(phrase: Sentence, index: number): Sentence {
  const beginsWithDate = phrase[0]?.isoDate !== null;
  return [words(index === 0 && !beginsWithDate ? " " : ", "), ...phrase];
}
