/** Something to look for: words that stand in a row. */
export interface SearchTerm {
  /** As typed, at least one. */
  words: string[];
  /** Quoted: these very words. Otherwise their other forms will do as well. */
  exact: boolean;
  /** The last word may go on. */
  prefix: boolean;
}

/** What the reader's words ask for: of each group in `all` at least one term, and none of `none`. */
export interface SearchQuery {
  all: SearchTerm[][];
  none: SearchTerm[];
}
