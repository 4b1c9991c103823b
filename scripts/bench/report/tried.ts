import type { FigureName } from "../figures.ts";

const NOT_KEPT =
  "a list not kept (CPU profile of 500 lists, 22 November 2026): moving rows between threads 11 %, the direction of each line's script 10 %, " +
  "reading rows 8 %, writing to the socket 6 %, a `stat` of the archive for each request 4 %, garbage 4 %, escaping 4 %.";

const SEARCH =
  "a search is asked of a thread of its own, and the exact total and the texts of the 20 hits come with it; the way to that thread and back is " +
  "a good part of a short search, and where fewer cores are free than threads are busy it waits for its turn.";

const IMPORT =
  "import (CPU profile of 10,000 files, 22 November 2026): building the index 50 %, of which taking words from the text, folding and stemming " +
  "them 23 % (the stemmer itself 6 %), FTS5 taking them in 14 % and sets of common words and stems 9 %; reading files 13 %; understanding them " +
  "11 % (language 5 %, dateline 2 %, headline 3 %); writing statements 7 %; garbage 10 %. FTS5 alone takes longer than the target leaves for all of it. " +
  "A second thread that takes the words was left out: it could hide only what FTS5 and SQLite do meanwhile, 15 % of the time, and its heap would not " +
  "fit into the memory that an import may take.";

const SEARCH_PAGE =
  "a search page (CPU profile of the serving thread under 8 clients, 22 November 2026): finding and marking the passages of the hits is half of it " +
  "(looking for the best passage 23 %, stemming the hits' words 11 %, taking words from texts 10 %, matching them 7 %), all on the thread that serves pages.";

/** What holds a figure that is not reached, and what was tried: printed where it is missed. */
export const TRIED: Partial<Record<FigureName, string>> = {
  loopHold: SEARCH_PAGE,
  notKept: NOT_KEPT,
  browse: NOT_KEPT,
  newest: SEARCH,
  newestInPeriod: SEARCH,
  postgres: SEARCH,
  importRead: IMPORT,
  importHugo: IMPORT,
  archiveBytes:
    "of each byte of text, the archive of 10,000 has 1.11 for wordings, 0.79 for the index of words, 0.15 for the bits of common words, " +
    "0.10 for statements and 0.14 for the rest (files, sources and their indexes).",
};
