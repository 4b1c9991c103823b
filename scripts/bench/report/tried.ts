import type { FigureName } from "../figures.ts";

const NOT_KEPT =
  "a list not kept (CPU profile of 500 lists of 50, 22 November 2026): moving rows between threads 11 %, reading rows 8 %, " +
  "writing to the socket 6 %, the direction of each line's script 10 %, a `stat` of the archive for each request 4 %, garbage 4 %, escaping 4 %.";

const SEARCH =
  "a search is asked of a thread of its own, and the exact total and the texts of the 20 hits come with it; the way to that thread and back is " +
  "a good part of a short search, and on a machine with fewer free cores than busy threads it waits for its turn.";

/** What holds a figure that is not reached, and what was tried: printed where it is missed. */
export const TRIED: Partial<Record<FigureName, string>> = {
  notKept: NOT_KEPT,
  browse: NOT_KEPT,
  newest: SEARCH,
  newestInPeriod: SEARCH,
  postgres: SEARCH,
  importRead:
    "import (CPU profile of 2,000 files, 22 November 2026): stemming and folding words for search 17 %, garbage 9 %, writing the index 9 %, " +
    "reading headline, dateline and language from the words 15 %.",
};
