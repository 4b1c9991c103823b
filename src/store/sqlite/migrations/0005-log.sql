-- Why these are as they are: docs/decisions/0019-log.md.

-- The head of the log. size: how many entries it has; null: it is still to be made from what the archive remembers.
CREATE TABLE log (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  size INTEGER,
  root BLOB
) STRICT;
INSERT INTO log VALUES (1, NULL, NULL);

-- What was done to each statement, for ever. number: the index in the tree, from 0. revision: the last revision's number when it was
-- written, so that the entry of one is found by halving. n: of the wording. change: see LOGGED. day: see dayNumber. source: whose
-- SHA-256 the entry has. record: the digest of what was said; empty where the words were gone before.
CREATE TABLE log_entry (
  number INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  statement TEXT NOT NULL,
  n INTEGER NOT NULL,
  change INTEGER NOT NULL,
  day INTEGER NOT NULL,
  source INTEGER NOT NULL,
  record BLOB NOT NULL
) STRICT;

-- The roots of complete subtrees: of 256 entries at level 1, of 256 of these at level 2, and so on.
CREATE TABLE log_node (
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;
