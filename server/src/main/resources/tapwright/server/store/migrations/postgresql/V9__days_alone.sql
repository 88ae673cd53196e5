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
--
-- Fixed widths come first and the widest of them before the others, so that nothing is padded.
ALTER TABLE usage_day RENAME TO usage_day_before;
ALTER INDEX usage_day_pkey RENAME TO usage_day_before_pkey;
CREATE TABLE usage_day (
  card_id   BIGINT NOT NULL,
  day       INTEGER NOT NULL,
  hits      INTEGER NOT NULL,
  signed    INTEGER NOT NULL,
  mirrored  INTEGER NOT NULL,
  quick     INTEGER NOT NULL,
  folded    INTEGER NOT NULL DEFAULT 0,
  class     TEXT COLLATE "C" NOT NULL,
  seller    TEXT COLLATE "C" NOT NULL,
  instants  BYTEA NOT NULL DEFAULT '',
  PRIMARY KEY (card_id, day, class)
) WITH (fillfactor = 70);

-- Instants of what was folded before were not kept: folded is more than the instants then.
INSERT INTO usage_day (card_id, day, hits, signed, mirrored, quick, folded, class, seller)
  SELECT card_id, day, hits, signed, mirrored, quick,
      coalesce((SELECT sum(usage_hour.folded) FROM usage_hour
        WHERE usage_hour.card_id = before.card_id AND usage_hour.class = before.class
          AND usage_hour.hour BETWEEN before.day * 24 AND before.day * 24 + 23), 0),
      class, seller
  FROM usage_day_before AS before;
DROP TABLE usage_day_before;
DROP TABLE usage_hour;
