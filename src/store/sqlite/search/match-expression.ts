import { languageMark } from "../../../search/language-mark.ts";
import { rowForm, stemForms, type WordForm } from "../../../search/word-forms.ts";
import type { SearchQuery, SearchTerm } from "../../../statements/search-query.ts";

/** Of each group at least one form, and none of `none`; as `SearchQuery`, with every form of every word. */
export interface QueryForms {
  all: WordForm[][];
  none: WordForm[];
}

/** The forms to look for in an archive that holds those languages. Terms without a letter or digit fall out. */
export function formsOf(query: SearchQuery, languages: readonly string[]): QueryForms {
  const forms = (term: SearchTerm) => formsOfTerm(term, languages);
  return {
    all: query.all.map((group) => group.flatMap(forms)).filter((group) => group.length > 0),
    none: query.none.flatMap(forms),
  };
}

function formsOfTerm(term: SearchTerm, languages: readonly string[]): WordForm[] {
  const row = rowForm(term.words, term.prefix);
  if (row.row.length === 0) return [];
  if (term.exact || row.prefix || row.row.length > 1) return [row];
  return [row, ...stemForms(term.words.join(" "), languages)];
}

/** What every statement of that language has in the index. */
export function markForm(language: string): WordForm {
  return { of: "stems", row: [languageMark(language)], prefix: false, languages: null };
}

/** The expression that FTS5 matches for words in a row. Every word of a reader is quoted: none is taken for an operator. */
export function rowExpression({ row, prefix }: WordForm): string {
  return `(${quoted(row.join(" "))}${prefix ? " *" : ""})`;
}

/** The expression for statements that hold the words of every group themselves, and no other forms of them. */
export function wordsExpression(groups: WordForm[][]): string {
  return groupsExpression(groups.map((group) => group.filter(({ of }) => of === "words")));
}

/** The expression for statements that hold at least one of the forms of every group. */
export function groupsExpression(groups: WordForm[][]): string {
  return groups.map((group) => `(${group.map(rowExpression).join(" OR ")})`).join(" AND ");
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}
