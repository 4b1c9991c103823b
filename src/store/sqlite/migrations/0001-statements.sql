-- Why each table is as it is: docs/decisions/0001-store.md. References between tables are kept by the code,
-- within one transaction: SQLite's own checks would cost a look-up each.

CREATE TABLE archive (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  generation INTEGER NOT NULL,
  total INTEGER NOT NULL,
  headlines_derived INTEGER NOT NULL,
  later_revisions INTEGER NOT NULL,
  files INTEGER NOT NULL,
  missing_files INTEGER NOT NULL,
  changed_at TEXT,
  sample INTEGER NOT NULL
) STRICT;
INSERT INTO archive VALUES (1, 0, 0, 0, 0, 0, 0, NULL, 0);

-- key: day number * 2^24 + place within the day. number: never changes, others refer to it.
CREATE TABLE statement (
  key INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  wording INTEGER NOT NULL,          -- the present revision's number
  file INTEGER NOT NULL,             -- the file that answers for the present wording
  id TEXT NOT NULL UNIQUE,
  slug TEXT,
  headline TEXT NOT NULL,
  headline_derived INTEGER NOT NULL,
  place TEXT,
  agency TEXT,
  language TEXT NOT NULL,
  place_name INTEGER,
  agency_name INTEGER,
  language_name INTEGER NOT NULL,
  digest_head INTEGER NOT NULL,      -- the first 48 bits of the present wording's digest
  excerpt ANY NOT NULL               -- words, or a number that says which part of the text they are
) STRICT;
CREATE INDEX statement_by_place ON statement (place_name) WHERE place_name IS NOT NULL;
CREATE INDEX statement_by_agency ON statement (agency_name) WHERE agency_name IS NOT NULL;
CREATE INDEX statement_by_language ON statement (language_name);
CREATE INDEX statement_by_digest ON statement (digest_head);

-- In the order in which they came. superseded: what the statement's row said of this wording, once a later one has come.
CREATE TABLE revision (
  number INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL,
  n INTEGER NOT NULL,
  run INTEGER NOT NULL,
  source INTEGER NOT NULL,
  markdown INTEGER NOT NULL,
  digest BLOB NOT NULL,
  url TEXT,
  rights TEXT,
  tags TEXT,
  superseded TEXT,
  text TEXT NOT NULL,
  blocks TEXT,
  UNIQUE (statement, n)
) STRICT;

CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE folder (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- What each known file held when it was last read.
CREATE TABLE file (
  number INTEGER PRIMARY KEY,
  folder INTEGER NOT NULL,
  path TEXT NOT NULL,
  statement INTEGER NOT NULL,
  source INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  UNIQUE (folder, path)
) STRICT;
CREATE INDEX file_by_statement ON file (statement);

-- Every observation of a file: its bytes are before, the revision's text as UTF-8 and after; or else bytes.
CREATE TABLE source (
  number INTEGER PRIMARY KEY,
  file INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  run INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  before BLOB,
  after BLOB,
  bytes BLOB,
  CHECK ((bytes IS NULL) = (before IS NOT NULL AND after IS NOT NULL))
) STRICT;
CREATE INDEX source_by_revision ON source (revision);

-- Only what holds statements has a row. day: see dayNumber. month: year * 12 + month - 1.
CREATE TABLE day (number INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
CREATE TABLE month (number INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
CREATE TABLE year (number INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;

-- The last place given out in each day: it only grows, so that no position ever stands for two statements.
CREATE TABLE place_given (day INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;

-- A name in any case, and the ways in which statements write it.
CREATE TABLE name (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  count INTEGER NOT NULL,
  UNIQUE (kind, folded)
) STRICT;
CREATE TABLE spelling (
  name INTEGER NOT NULL,
  written TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (name, written)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  id TEXT PRIMARY KEY,
  date TEXT NOT NULL,
  reason TEXT NOT NULL,
  removed_at TEXT NOT NULL,
  digest BLOB NOT NULL               -- of the first wording, which gets the id back when it comes again
) STRICT, WITHOUT ROWID;
