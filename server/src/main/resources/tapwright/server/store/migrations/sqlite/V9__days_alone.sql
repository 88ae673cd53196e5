-- Roll-ups of days alone, and instants of uses that outlast their hits.
--
-- An hour's row stood for one tap on most cards and took more room than the tap itself. What is left
-- at the ends of a window is counted from the hits.

-- Hits rolled up: days since 1970-01-01, UTC. Of the hits, as many are signed by the chip, mirrored by
-- it (the others are the link alone), came in quick succession, and are on record one by one no more.
--
-- instants: of the folded taps and shares, 5 bytes each, most significant first and in no order. From
-- the lowest bit: two bits of assurance (0 bare, 1 mirrored, 2 signed), one for quick succession, and
-- 37 bits of microseconds since the day began, of which there are fewer than 2 to the 37th.
ALTER TABLE usage_day RENAME TO usage_day_before;
CREATE TABLE usage_day (
  card_id   INTEGER NOT NULL REFERENCES card,
  day       INTEGER NOT NULL,
  class     TEXT NOT NULL,
  seller    TEXT NOT NULL,
  hits      INTEGER NOT NULL,
  signed    INTEGER NOT NULL,
  mirrored  INTEGER NOT NULL,
  quick     INTEGER NOT NULL,
  folded    INTEGER NOT NULL DEFAULT 0,
  instants  BLOB NOT NULL DEFAULT x'',
  PRIMARY KEY (card_id, day, class)
) STRICT, WITHOUT ROWID;

-- Instants of what was folded before were not kept: folded is more than the instants then.
INSERT INTO usage_day (card_id, day, class, seller, hits, signed, mirrored, quick, folded)
  SELECT card_id, day, class, seller, hits, signed, mirrored, quick,
      coalesce((SELECT sum(usage_hour.folded) FROM usage_hour
        WHERE usage_hour.card_id = before.card_id AND usage_hour.class = before.class
          AND usage_hour.hour BETWEEN before.day * 24 AND before.day * 24 + 23), 0)
  FROM usage_day_before AS before;
DROP TABLE usage_day_before;
DROP TABLE usage_hour;
