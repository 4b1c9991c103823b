-- The sets of a span's words are now in a table of the span's own, search_sets_<number>, beside its full-text table, with
-- those of its stems: docs/decisions/0010-word-sets.md.
DROP TABLE search_bits;
