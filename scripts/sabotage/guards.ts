/** A guard that is taken out by `diffs/NAME.diff`, and the test of the ordinary suite that must then fail. */
export interface Guard {
  name: string;
  /** Below `test/`, without its ending. */
  file: string;
  /** How the test's title begins. */
  test: string;
}

export const GUARDS: readonly Guard[] = [
  guard("01-escaping", "web/load-views", "escape whatever the model holds"),
  guard(
    "02-code-in-markdown",
    "text/markdown",
    "whatever is typed, the page holds only what is allowed",
  ),
  guard("03-link-schemes", "text/markdown", "no page links to"),
  guard("04-default-src", "web/headers", "carries the headers that keep readers safe, to GET"),
  guard("05-frame-ancestors", "web/headers", "carries the headers that keep readers safe, to GET"),
  guard("06-nosniff", "web/headers", "carries the headers that keep readers safe, to HEAD"),
  guard(
    "07-transport-security",
    "web/headers",
    "asks for TLS only where the site is reached by it",
  ),
  guard("08-headers-of-refusals", "web/malformed-http", "is refused: NUL in a header"),
  guard("09-unknown-host", "web/own-host", "is refused with 421 where it is evil.example"),
  guard("10-host-of-whole-address", "web/own-host", "of an address that is given whole counts"),
  guard("11-two-hosts", "web/own-host", "must be one, and well written"),
  guard("12-methods", "web/headers", "are refused: DELETE"),
  guard("13-connections-of-a-client", "listen", "get no more connections than each may hold"),
  guard("14-time-for-headers", "listen", "that send nothing, half a header or half a body"),
  guard("15-time-to-read", "listen", "that never read what they asked for are given up"),
  guard("16-requests-ahead", "listen", "that send hundreds of requests ahead"),
  guard("17-turns", "web/turns", "serve whoever asks once before"),
  guard("18-waiting-of-a-client", "web/turns", "are refused to a client of whom too many wait"),
  guard("19-trusted-proxies", "clients/client-address", "is never what a stranger says"),
  guard("20-share-of-lists", "web/greedy", "is sent two whole lists at once"),
  guard("21-silent-faults", "web/errors", "inside is a 500 that shows nothing of the inside"),
  guard("22-begin-immediate", "store/sqlite/other-processes", "two processes wait for each other"),
  guard("23-length-of-files", "import/import-folders", "refuses a file over the limit"),
  guard("24-nesting", "text/markdown-bounds", "not rendered: "),
  guard("25-search-time", "store/sqlite/deadline", "a search that works too long is refused"),
  guard("26-waiting-searches", "store/sqlite/search-thread", "more searches at once than may wait"),
  guard(
    "27-read-only",
    "read-only",
    "a site that serves holds the archive's file open for reading",
  ),
  guard("28-logged-record", "verify/insider-edits", "is named: "),
  guard("29-signature", "log/signed-note", "of a new key is verified by its public half"),
  guard("30-erased-words", "store/sqlite/erased-words", "no word of an erased statement stands"),
  guard("31-kept-answers", "web/answers", "are dropped at once by an import"),
  guard("32-own-redirects", "web/canonical-address", "leads nowhere from"),
  guard(
    "33-links",
    "import/import-folders",
    "names every entry, and opens nothing that is no file",
  ),
  guard("34-damaged-backup", "backups/restore", "refuses "),
  guard("35-formulas", "formats/list-csv", "keeps every text, but for the apostrophe"),
  guard("36-xml-characters", "formats/xml", "never holds a character that XML forbids"),
  guard("37-faults-told", "web/queries", "by thousands of parts is refused in a short answer"),
  guard("38-timeouts-by-turns", "web/malformed", "of thousands of requests whose time is over"),
  guard("39-lost-output", "operating/logs-and-metrics", "a full disk under stdout and stderr"),
  guard("40-long-statements", "web/routes/whole-list", "is sent as it is made, and whole"),
  guard(
    "41-given-ids",
    "operating/logs-and-metrics",
    "is on the page, in the header and in the log",
  ),
];

function guard(name: string, file: string, test: string): Guard {
  return { name, file, test };
}
