-- What decisions ask of usage: whose orders belong together, and roll-ups of days and hours that
-- tell how well the hits are known.

-- The shop's own key for its customer; empty: the order is an account of its own.
ALTER TABLE purchase ADD COLUMN account TEXT NOT NULL DEFAULT '';
CREATE INDEX purchase_of_account ON purchase (seller, account) WHERE account <> '';

-- Hours since 1970-01-01, UTC. Of the hits, as many are signed by the chip, mirrored by it (the
-- others are the link alone), and came in quick succession.
CREATE TABLE usage_hour (
  card_id   INTEGER NOT NULL REFERENCES card,
  hour      INTEGER NOT NULL,
  class     TEXT NOT NULL,
  seller    TEXT NOT NULL,
  hits      INTEGER NOT NULL,
  signed    INTEGER NOT NULL,
  mirrored  INTEGER NOT NULL,
  quick     INTEGER NOT NULL,
  PRIMARY KEY (card_id, hour, class)
) STRICT, WITHOUT ROWID;
INSERT INTO usage_hour (card_id, hour, class, seller, hits, signed, mirrored, quick)
  SELECT card_id, at / 3600000000, class, seller, count(*),
      sum(CASE WHEN assurance = 'signed' THEN 1 ELSE 0 END),
      sum(CASE WHEN assurance = 'mirrored' THEN 1 ELSE 0 END),
      sum(CASE WHEN reason = 'quick_succession' THEN 1 ELSE 0 END)
  FROM hit GROUP BY card_id, at / 3600000000, class, seller;

ALTER TABLE usage_day ADD COLUMN signed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE usage_day ADD COLUMN mirrored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE usage_day ADD COLUMN quick INTEGER NOT NULL DEFAULT 0;
UPDATE usage_day SET
  signed = of_hours.signed, mirrored = of_hours.mirrored, quick = of_hours.quick
  FROM (
    SELECT card_id, hour / 24 AS day, class, sum(signed) AS signed, sum(mirrored) AS mirrored,
        sum(quick) AS quick
    FROM usage_hour GROUP BY card_id, hour / 24, class
  ) AS of_hours
  WHERE usage_day.card_id = of_hours.card_id AND usage_day.day = of_hours.day
    AND usage_day.class = of_hours.class;
