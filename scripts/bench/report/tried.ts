import type { FigureName } from "../figures.ts";

const NOT_KEPT =
  "a statement not kept (CPU profile of 3,000 pages, 26 November 2026, afternoon, of what was not idle): sending it 26 %, making its page model 18 % (paragraphs and " +
  "their anchors 5 %, the machines' description of it 3 %), reading it, its neighbours and its day 13 %, garbage 6 %, printing 5 %, its ETag 3 %, asking whether the " +
  "archive has changed 2 %; nothing single holds it. The plain server sends the same page, byte for byte, through the same queries and models, so that only Express, " +
  "EJS's own renderer and marked make the difference, a third of its time: 4 times would need models and queries that take next to nothing. Tried: words of an instant " +
  "remembered and anchors of fewer letters, a fiftieth of a page. A list reads the excerpts of 50 statements, asks the search thread for facets and draws a timeline.";

const SEARCH =
  "a page of single words is found where it is asked for, without its total; reading its 20 statements at 20 places takes 0.17 ms of CPU where all is in SQLite's " +
  "cache and 0.25 where the system has it, of which the excerpts are 0.1. A million have 36 spans, and two words that few statements hold are looked for in all of them: " +
  "a word that has no set takes 10 microseconds in a span whose pages are at hand and 40 to 50 where they are read from the system (26 November 2026, afternoon, beside other work), a word " +
  "that has one 6 and 27. A filter of each span's words passes over those that a word is not in. What helped: one piece of words in each span in place of eight, rare words asked for together, what " +
  "was found in a span remembered for the next question, sixteen looks on the serving thread in place of four spans. Tried: the wording joined in place of looked up twice (a fiftieth of a page). " +
  "Left out: a set for every word (a tenth more archive, and still 36 readings); SQLite's mmap, which would spare the copying of pages and count them all as the server's memory. " +
  "Phrases, beginnings, best match and counts are asked of a thread of their own: the way there and back takes 0.1 to 0.3 ms, and where fewer cores are free " +
  "than threads are busy they wait for their turn. FTS5 puts the lists of all words of a beginning together before it gives the first row, where PostgreSQL tries the newest statements one by one; " +
  "an index of beginnings would be 41 % more archive.";

const IMPORT =
  "import (CPU profile of 10,000 files, 26 November 2026, afternoon): building the index 53 %, of which FTS5 taking words in 21 %, taking words from the text, folding and " +
  "stemming them 22 % (looking words up in memory 12 %, words that are met for the first time 4 %), sets of common words and stems 5 %, the rest reading rows back; " +
  "garbage 10 %; understanding files 10 % (language 5 %, dateline 3 %, headline 2 %); writing statements 10 %, of which the log of them 2 %; reading files 6 % the first " +
  "time and 3 % the second. The first reading settles what each file means beside all others, in 120 bytes for each; 8 MB of files are kept for the second, as all of a million " +
  "would be 2.4 GB. A file that is unchanged is not read a second time. It is read once, because its size and time prove nothing: they can be set, and what an import " +
  "says of a file must be true. FTS5 alone takes longer than the target leaves for all of it. Tried: giving FTS5 the text itself (no faster), gathering 64 MB of words " +
  "before they are written (a tenth of FTS5's share, for 48 MB), gathering 8 MB (18 MB of memory less, 3 % more archive, no faster), a heap for what is new that grows to 8 MB and no further (6 MB " +
  "less, and an option on node's command line). A second thread that takes the words would hide up to a fifth of the wall time where a core is free, and take no CPU away; it was left out.";

const START =
  "the program that serves is bundled and compiles a template when it is first printed, which took 156 ms of CPU to 107 beside 46 of a node that does " +
  "nothing (160 modules before). Since then the archive is opened four times in place of six (0.4 ms each), and node:cluster loads when it is needed (1 ms): 117 to 121. " +
  "What is left is node's own HTTP and crypto (10 ms), its loader of modules (5 ms more than of a script without), the SQLite driver (8 ms), opening the archive, " +
  "reading and compiling templates (4 ms), and the page itself. Tried: V8's compile cache, as Node 22 has it (1 ms of 114, within the noise), and a bundle without comments and white " +
  "space (none). A snapshot of the heap would need an option on node's command line and hold no open archive.";

const NODE =
  "a kept answer (CPU profile, 26 November 2026): node's writing it to the socket 77 %, node's making and checking of its head 8 %, finding it among the others 5 %, which bare " +
  "`node:http` does, too; what Dateline adds is 4 %: whether the archive has changed, once in a turn, 1.6 %, the host that was asked for, what the client has already, " +
  "and whether it sends too many requests ahead. Each of them is a promise. Rounds of one run differ by more than that from each other.";

const NGINX =
  "bare `node:http` that sends the same answers stays behind nginx about as far: what is kept is sent at about nine tenths of its rate. Of a 304 (CPU profile, 26 November 2026) node's writing " +
  "it takes 78 %, making and checking its head 9 %, and what Dateline adds 4 %. It carries the headers that keep readers safe and the links of the page, as every answer does, where nginx " +
  "sends five lines. Not taken: writing heads to the socket past `node:http`, which would have to do its keeping of connections and of the order of answers anew. " +
  "A round of wrk on two cores that are shared with others differs by a third from the next.";

const BROWSE =
  "a page of a period or list (CPU profile of 4,500 pages of 100,000 statements, 26 November 2026, afternoon): reading rows 25 %, garbage 7 %, printing and escaping 8 %, page models 8 %, whether the archive has " +
  "changed 3 %; nothing else is over 2 %. The 50 statements of a month of a million take 0.4 ms to read, the days of a year 0.18 once, the nearest days and the total 0.02. What lies beyond the " +
  "median is the collection of garbage, once in some twenty pages, and pages of the archive that the system must read from the disk: 0.1 ms each. Tried: the wording joined in place of " +
  "looked up twice (a fiftieth of a page).";

const SEARCH_PAGE =
  "passages are found on the search thread, since they were half of the serving thread's work; to find the headline above one, a regular expression was compiled for each of 50 hits, a fifth " +
  "of that thread's time and 100 MB of its memory: words are compared now. Answers that come together are given on one in each turn of the event loop. By the CPU time of the serving thread the longest " +
  "hold under that load was 18 ms at a million (49 before, at 100,000): what is beyond is time that a busy machine does not give.";

/** What holds a figure that is not reached, and what was tried: printed where it is missed. */
export const TRIED: Partial<Record<FigureName, string>> = {
  loopHold: SEARCH_PAGE,
  notKept: NOT_KEPT,
  keptNode: NODE,
  keptNginx: NGINX,
  keptNginxShort: NGINX,
  start: START,
  browse: BROWSE,
  newest: SEARCH,
  newestInPeriod: SEARCH,
  bestMatch: SEARCH,
  phraseOrPrefix: SEARCH,
  counts: SEARCH,
  newestGrowth: SEARCH,
  postgres: SEARCH,
  importRead: IMPORT,
  importHugo: IMPORT,
  archiveBytes:
    "of each byte of text, the archive of 10,000 has 1.12 for wordings, 0.68 for words in FTS5 (most of it positions), 0.11 for the sets of stems and " +
    "common words, 0.10 for statements and 0.14 for the rest (files, sources and their indexes). Stems were taken out of FTS5, and sets packed as gaps; " +
    "pages of 32 KB save 0.02, and are not worth what each change would read.",
};
