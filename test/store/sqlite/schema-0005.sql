-- What an archive of schema 0005 held: one statement in two wordings, under two names, with a tag, its search index, its log, and a
-- tombstone of the sample.
INSERT INTO run (number, at, shown_at, first_change, first_revision, added, revised) VALUES
  (0, '2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z', 1, 0, 0, 0),
  (1, '2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z', 2, 1, 1, 0),
  (2, '2024-05-02T10:00:00Z', '2024-05-02T10:00:00Z', 3, 2, 0, 1);
INSERT INTO folder VALUES (1, '/letters');
INSERT INTO file VALUES (1, 1, '1.txt', 1, 3, 0, 0), (2, 1, '2.txt', 1, 2, 1, 0);
INSERT INTO source VALUES
  (1, 1, 1, 1, x'01', x'', x'', NULL),
  (2, 2, 1, 1, x'02', NULL, NULL, x'4f6c64'),
  (3, 1, 2, 2, x'03', x'', x'0a', NULL);
INSERT INTO revision VALUES
  (1, 1, 1, 1, 1, 0, x'aa', NULL, NULL, NULL,
    '{"date":"2023-01-26","headline":"Old.","headlineDerived":true,"place":null,"agency":null,"language":"en","excerpt":""}',
    'Old.', NULL, NULL, 0, NULL),
  (2, 1, 2, 2, 3, 0, x'bb', 'https://example.org/', 'Free', '["tag"]', NULL, 'New words. And more.', NULL, NULL, 0, NULL);
INSERT INTO name VALUES (1, 'place', 'baku', 1), (2, 'language', 'en', 1), (3, 'tag', 'tag', 1);
INSERT INTO spelling VALUES (1, 'Baku', 1), (2, 'en', 1), (3, 'tag', 1);
-- 2023-01-27 is day 738852; the excerpt is the 9 characters from the 12th on.
INSERT INTO statement VALUES
  (738852 * 16777216 + 1, 1, 2, 1, 'aaaaaaaaaa', 'old', 'New words.', 1, 'Baku', NULL, 'en', 1, NULL, 2, 0,
    (12 * 1024 + 9) * 2, 3, 1, NULL);
INSERT INTO day VALUES (738852, 1);
INSERT INTO month VALUES (24276, 1);
INSERT INTO year VALUES (2023, 1);
INSERT INTO place_given VALUES (738851, 1), (738852, 1);
INSERT INTO tombstone (id, date, reason, removed_at, digest, run, changed)
  VALUES ('bbbbbbbbbb', '1789-07-14', 'Gone.', '2024-05-01T10:00:00Z', x'cc', 0, 1);
UPDATE archive SET generation = 2, total = 1, headlines_derived = 1, later_revisions = 1, files = 2,
  missing_files = 1, changed_at = '2024-05-02T10:00:00Z', changes = 3;
INSERT INTO tagged VALUES (3, 738852 * 16777216 + 1);
CREATE VIRTUAL TABLE search_1 USING fts5(words, title, content = '', contentless_delete = 1,
  tokenize = 'ascii tokenchars ''!"#$%&''''()*+,-./:;<=>?@[\]^_`{|}~''');
CREATE VIRTUAL TABLE search_words_1 USING fts5vocab(search_1, 'col');
INSERT INTO search_1 (rowid, words, title) VALUES (0, 'new words and more', 'new words');
CREATE TABLE search_sets_1 (column INTEGER NOT NULL, word TEXT NOT NULL, rows BLOB NOT NULL,
  PRIMARY KEY (column, word)) STRICT, WITHOUT ROWID;
-- The statement's one row, 0: a gap of 1.
INSERT INTO search_sets_1 VALUES (1, '=en', x'0101'), (1, 'word', x'0101');
-- The key as a little-endian double, and names as little-endian integers.
INSERT INTO search_span VALUES (1, 0, 2, 1, 1, x'00020000488ca642', x'00000000', x'00000000', x'01000000', x'02000000',
  x'0000000003000000');
UPDATE search_index SET version = 3;
INSERT INTO log_entry VALUES
  (0, 1, 1, 'aaaaaaaaaa', 1, 0, 738851, 1, x'9d7dd9378a22fc712d860c75ca82a09f1544c6d89356cb7ed2aeff9fe7a5e426'),
  (1, 2, 2, 'aaaaaaaaaa', 2, 1, 738852, 3, x'cba7cf150b3b81357f9d53295fff9ca756e27e282989bfeff9de4ca680129c8a');
UPDATE log SET size = 2, root = x'8e2ce6a8063f63f45e54dd632a457430567676b8b7c5387cc3712ccc43d59868';
