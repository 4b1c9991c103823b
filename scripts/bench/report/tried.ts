import type { FigureName } from "../figures.ts";

const NOT_KEPT =
  "a statement not kept (CPU profile of 800 pages, 22 November 2026): reading it, its neighbours and its day 20 %, making its page model 20 % " +
  "(paragraph anchors 5 %, instants in words 4 %, citations 3 %), printing 7 %, sending 10 %; nothing single holds it. With citations, links and " +
  "data for machines the page is three times as long as the plain server's. A list reads the excerpts of 50 statements, asks the search thread " +
  "for facets and draws a timeline.";

const SEARCH =
  "a page of single words is found where it is asked for, without its total; reading its 20 statements takes 0.25 ms, which is most of it. Phrases, " +
  "beginnings and best match are asked of a thread of their own: the way there and back takes 0.1 to 0.3 ms, and where fewer cores are free than " +
  "threads are busy they wait for their turn.";

const IMPORT =
  "import (CPU profile of 10,000 files, 22 November 2026): building the index 50 %, of which taking words from the text, folding and stemming " +
  "them 23 % (the stemmer itself 6 %), FTS5 taking them in 14 % and sets of common words and stems 9 %; reading files 13 %; understanding them " +
  "11 % (language 5 %, dateline 2 %, headline 3 %); writing statements 7 %; garbage 10 %. FTS5 alone takes longer than the target leaves for all of it. " +
  "A second thread that takes the words was left out: it could hide only what FTS5 and SQLite do meanwhile, 15 % of the time, and its heap would not " +
  "fit into the memory that an import may take.";

const SEARCH_PAGE =
  "passages were half of the serving thread's work under a load of searches; the search thread finds them now. What holds the thread is the making of " +
  "pages, several at once where answers come back together, and on a busy machine the time that it is not given.";

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
    "of each byte of text, the archive of 10,000 has 1.12 for wordings, 0.68 for words in FTS5 (most of it positions), 0.11 for the sets of stems and " +
    "common words, 0.10 for statements and 0.14 for the rest (files, sources and their indexes). Stems were taken out of FTS5, and sets packed as gaps; " +
    "pages of 32 KB save 0.02, and are not worth what each change would read.",
};
