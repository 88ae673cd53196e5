-- What retention leaves behind of hits that it takes away, and what is known of the record as a
-- whole.

-- How many of an hour's hits are on record no more: hits = those on record + folded.
ALTER TABLE usage_hour ADD COLUMN folded BIGINT NOT NULL DEFAULT 0;

-- Taps that are on record no more, by the run of the counter that they belong to, and the sum of
-- 1 + missed over them. Their values stay used up for ever.
CREATE TABLE folded_tap (
  card_id      BIGINT NOT NULL,
  key_version  INTEGER NOT NULL,
  taps         BIGINT NOT NULL,
  advance      BIGINT NOT NULL,
  seller       TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (card_id, key_version)
);

-- How far work on the whole record has come; of no seller and no card.
CREATE TABLE upkeep (
  name   TEXT COLLATE "C" PRIMARY KEY,
  value  TEXT NOT NULL
);
