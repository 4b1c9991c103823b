-- Why the search index is as it is: docs/decisions/0005-search.md.

-- Which way of making words the index was made with; 0: it is still to be made.
CREATE TABLE search_index (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO search_index VALUES (1, 0);

-- The full-text tables, search_<number>: each holds the statements from the key `low` up to the next one's. The columns
-- behind `count` are arrays with an entry for each of them in the order of their keys: names by number, 0 for none.
-- rows: its row in the full-text table. Rows are numbered as they come, since close numbers take least space.
CREATE TABLE search_span (
  number INTEGER PRIMARY KEY,
  low INTEGER NOT NULL UNIQUE,
  written INTEGER NOT NULL,          -- the generation that last changed it
  count INTEGER NOT NULL,
  next_row INTEGER NOT NULL,
  keys BLOB NOT NULL,
  rows BLOB NOT NULL,
  agencies BLOB NOT NULL,
  places BLOB NOT NULL,
  languages BLOB NOT NULL,
  tags BLOB NOT NULL                 -- pairs: entry, name
) STRICT;

-- For each word that many statements of a span hold: one bit for each row of its full-text table, the lowest bit of the
-- first byte for row 0. column: see WordForm. Rows behind the last byte do not hold the word.
CREATE TABLE search_bits (
  number INTEGER PRIMARY KEY,
  span INTEGER NOT NULL,
  column TEXT NOT NULL,
  word TEXT NOT NULL,
  bits BLOB NOT NULL,
  UNIQUE (span, column, word)
) STRICT;

-- The names of kind 'tag' that statements bear.
CREATE TABLE tagged (
  tag INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (tag, key)
) STRICT, WITHOUT ROWID;
