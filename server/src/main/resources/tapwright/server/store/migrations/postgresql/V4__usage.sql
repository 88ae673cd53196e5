-- What decisions ask of usage: whose orders belong together, and roll-ups of days and hours that
-- tell how well the hits are known.

-- The shop's own key for its customer; empty: the order is an account of its own.
ALTER TABLE purchase ADD COLUMN account TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX purchase_of_account ON purchase (seller, account) WHERE account <> '';

-- Hours since 1970-01-01, UTC. Of the hits, as many are signed by the chip, mirrored by it (the
-- others are the link alone), and came in quick succession.
CREATE TABLE usage_hour (
  card_id   BIGINT NOT NULL,
  hour      BIGINT NOT NULL,
  class     TEXT COLLATE "C" NOT NULL,
  seller    TEXT COLLATE "C" NOT NULL,
  hits      BIGINT NOT NULL,
  signed    BIGINT NOT NULL,
  mirrored  BIGINT NOT NULL,
  quick     BIGINT NOT NULL,
  PRIMARY KEY (card_id, hour, class)
) WITH (fillfactor = 70);
INSERT INTO usage_hour (card_id, hour, class, seller, hits, signed, mirrored, quick)
  SELECT card_id, at / 3600000000, class, seller, count(*),
      sum(CASE WHEN assurance = 'signed' THEN 1 ELSE 0 END),
      sum(CASE WHEN assurance = 'mirrored' THEN 1 ELSE 0 END),
      sum(CASE WHEN reason = 'quick_succession' THEN 1 ELSE 0 END)
  FROM hit GROUP BY card_id, at / 3600000000, class, seller;

ALTER TABLE usage_day ADD COLUMN signed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE usage_day ADD COLUMN mirrored BIGINT NOT NULL DEFAULT 0;
ALTER TABLE usage_day ADD COLUMN quick BIGINT NOT NULL DEFAULT 0;
UPDATE usage_day SET
  signed = of_hours.signed, mirrored = of_hours.mirrored, quick = of_hours.quick
  FROM (
    SELECT card_id, hour / 24 AS day, class, sum(signed) AS signed, sum(mirrored) AS mirrored,
        sum(quick) AS quick
    FROM usage_hour GROUP BY card_id, hour / 24, class
  ) AS of_hours
  WHERE usage_day.card_id = of_hours.card_id AND usage_day.day = of_hours.day
    AND usage_day.class = of_hours.class;
