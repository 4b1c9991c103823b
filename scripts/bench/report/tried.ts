import type { FigureName } from "../figures.ts";

const NOT_KEPT =
  "a statement not kept (CPU profile of 750 pages, 26 November 2026): sending it 18 %, making its page model 12 %, reading it, its neighbours and its day " +
  "10 %, garbage 8 %, its ETag 7 %, printing 4 %; nothing single holds it. The plain server sends the same page, byte for byte, through the same queries " +
  "and models, so that only Express, EJS's own renderer and marked make the difference, a third of its time: 4 times would need models and queries " +
  "that take next to nothing. A list reads the excerpts of 50 statements, asks the search thread for facets and draws a timeline.";

const SEARCH =
  "a page of single words is found where it is asked for, without its total; reading its 20 statements takes 0.25 ms, which is most of it. A filter of each " +
  "span's words passes over the spans that a rare word is not in. Phrases, beginnings and best match are asked of a thread of their own: the way there and " +
  "back takes 0.1 to 0.3 ms, and where fewer cores are free than threads are busy they wait for their turn.";

const IMPORT =
  "import (CPU profile of 10,000 files, 26 November 2026): building the index 38 %, of which taking words from the text, folding and stemming them 16 % " +
  "(4 % for words that are met for the first time), FTS5 taking them in 13 %, sets of common words and stems 6 %; reading files twice 18 %; understanding " +
  "them 14 % (language 7 %, dateline 4 %, headline 2 %); writing statements 10 %, the log of them 3 %; garbage 8 %. FTS5 alone takes longer than the target " +
  "leaves for all of it. Tried: giving FTS5 the text itself (no faster), gathering 64 MB of words before they are written (a tenth of FTS5's share, " +
  "for 48 MB). A second thread would hide some of it and take no CPU away; it was left out.";

const START =
  "the program that serves is bundled and compiles a template when it is first printed, which took 156 ms of CPU to 107 beside 46 of a node that does " +
  "nothing (160 modules before). What is left is node's own HTTP and crypto (10 ms), the SQLite driver (8 ms), opening the archive, compiling the bundle and the " +
  "home page's templates, and the page itself.";

const NGINX =
  "bare `node:http` that sends the same answers stays behind nginx about as far: what is kept is sent at 0.95 of its rate. A round of wrk on two cores that are " +
  "shared with others differs by a third from the next.";

const SEARCH_PAGE =
  "passages were half of the serving thread's work under a load of searches; the search thread finds them now. What holds the thread is the making of " +
  "pages, several at once where answers come back together, and on a busy machine the time that it is not given.";

/** What holds a figure that is not reached, and what was tried: printed where it is missed. */
export const TRIED: Partial<Record<FigureName, string>> = {
  loopHold: SEARCH_PAGE,
  notKept: NOT_KEPT,
  keptNginx: NGINX,
  keptNginxShort: NGINX,
  start: START,
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
