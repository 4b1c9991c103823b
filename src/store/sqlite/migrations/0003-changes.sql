-- Why these are as they are: docs/decisions/0006-changes.md.

-- The number of the last change. Numbers only grow, also when the sample goes: who has read up to one has missed nothing.
ALTER TABLE archive ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;

-- act: 'import', 'correction', 'withdrawal', 'restoration' or 'undo'. shown_at: when readers saw it, never before an earlier
-- run. first_change, first_revision: the first number that the run could give. reason: the publisher's. undone: the run
-- that undid it.
ALTER TABLE run ADD COLUMN act TEXT NOT NULL DEFAULT 'import';
ALTER TABLE run ADD COLUMN shown_at TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN first_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN first_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN revised INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN restored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN reason TEXT;
ALTER TABLE run ADD COLUMN undone INTEGER;
CREATE INDEX run_by_instant ON run (shown_at);

-- changed: the number of its last change. amended: whether that is another than its first import. withdrawn: the event, where
-- its words stay readable.
ALTER TABLE statement ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN amended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN withdrawn INTEGER;

-- note: what the publisher said of it. overruled: the publisher set it aside, and no import brings it back. erased: the
-- event that took its words away.
ALTER TABLE revision ADD COLUMN note TEXT;
ALTER TABLE revision ADD COLUMN overruled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revision ADD COLUMN erased INTEGER;

-- overruled: what the file holds was set aside by the publisher.
ALTER TABLE file ADD COLUMN overruled INTEGER NOT NULL DEFAULT 0;

-- What the publisher did to a statement as a whole. number: of the change. kind: 'withdrawn' or 'restored'.
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL,
  run INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX event_by_statement ON event (statement);

-- number, key, slug: of the statement that was here; null for one of the sample, slug also where the words were erased.
ALTER TABLE tombstone ADD COLUMN number INTEGER;
ALTER TABLE tombstone ADD COLUMN key INTEGER;
ALTER TABLE tombstone ADD COLUMN slug TEXT;
ALTER TABLE tombstone ADD COLUMN run INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tombstone ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tombstone ADD COLUMN agency TEXT;
ALTER TABLE tombstone ADD COLUMN agency_name INTEGER;
ALTER TABLE tombstone ADD COLUMN place_name INTEGER;
ALTER TABLE tombstone ADD COLUMN language_name INTEGER;

-- The past: first the sample's tombstones, whose run is no longer known, and then every statement by its present wording.
UPDATE tombstone SET changed = (SELECT count(*) FROM tombstone earlier WHERE earlier.id <= tombstone.id);
UPDATE statement SET
  changed = wording + (SELECT count(*) FROM tombstone),
  amended = (SELECT n > 1 FROM revision WHERE number = wording);
UPDATE archive SET changes = (SELECT count(*) FROM tombstone) + (SELECT coalesce(max(number), 0) FROM revision);
INSERT INTO run (number, at, first_change) SELECT 0, max(removed_at), 1 FROM tombstone HAVING count(*) > 0;
UPDATE run SET first_revision = made.first, added = made.added, revised = made.revised
  FROM (SELECT run, min(number) AS first, sum(n = 1) AS added, sum(n > 1) AS revised FROM revision GROUP BY run) made
  WHERE made.run = run.number;
UPDATE run SET first_change = (SELECT count(*) FROM tombstone) + coalesce(
  (SELECT min(later.first_revision) FROM run later WHERE later.number >= run.number AND later.first_revision > 0),
  (SELECT coalesce(max(number), 0) + 1 FROM revision)) WHERE number > 0;
UPDATE run SET shown_at = seen.shown_at
  FROM (SELECT number, max(at) OVER (ORDER BY number) AS shown_at FROM run) seen
  WHERE seen.number = run.number;

-- Every entry holds what a list of changes is narrowed by.
CREATE INDEX statement_by_change ON statement (changed, agency_name, place_name, language_name);
CREATE INDEX statement_by_amendment ON statement (changed, agency_name, place_name, language_name)
  WHERE amended = 1;
CREATE INDEX tombstone_by_change ON tombstone (changed);
CREATE INDEX tombstone_by_number ON tombstone (number) WHERE number IS NOT NULL;
CREATE INDEX revision_overruled ON revision (digest) WHERE overruled = 1;
