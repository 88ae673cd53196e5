-- What retention leaves behind of hits that it takes away, and what is known of the record as a
-- whole.

-- How many of an hour's hits are on record no more: hits = those on record + folded.
ALTER TABLE usage_hour ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;

-- Taps that are on record no more, by the run of the counter that they belong to, and the sum of
-- 1 + missed over them. Their values stay used up for ever.
CREATE TABLE folded_tap (
  card_id      INTEGER NOT NULL REFERENCES card,
  key_version  INTEGER NOT NULL,
  seller       TEXT NOT NULL,
  taps         INTEGER NOT NULL,
  advance      INTEGER NOT NULL,
  PRIMARY KEY (card_id, key_version)
) STRICT, WITHOUT ROWID;

-- How far work on the whole record has come; of no seller and no card.
CREATE TABLE upkeep (
  name   TEXT PRIMARY KEY,
  value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
