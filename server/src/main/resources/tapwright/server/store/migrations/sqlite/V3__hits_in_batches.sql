-- What a batch of hits reads and writes: how far each chip's counter has come, which of its values
-- were used up, and agents by number.

-- How far a chip's read counter has come, under one version of its keys. Each read since the
-- station's was seen or missed, so that always seen + missed = last - baseline. Whoever changes a
-- counter or its used values holds this row.
CREATE TABLE read_counter (
  card_id      INTEGER NOT NULL REFERENCES card,
  key_version  INTEGER NOT NULL,
  seller       TEXT NOT NULL,
  baseline     INTEGER NOT NULL,     -- the counter when the chip left the station
  last         INTEGER NOT NULL,     -- the highest value counted; the baseline before there is any
  seen         INTEGER NOT NULL,     -- values counted as taps
  missed       INTEGER NOT NULL,     -- values up to the last that were not
  last_at      INTEGER NOT NULL,     -- when the last came; 0 before there is any
  quick_run    INTEGER NOT NULL,     -- taps up to the last that came each at once after the other
  PRIMARY KEY (card_id, key_version)
) STRICT, WITHOUT ROWID;

INSERT INTO read_counter (card_id, key_version, seller, baseline, last, seen, missed, last_at,
    quick_run)
  SELECT card_id, key_version, seller, baseline, last, seen, last - baseline - seen, last_at, 0
  FROM (
    SELECT used.card_id, used.key_version, used.seller,
        max(0, min(coalesce(card.counter_baseline, 0), min(used.counter) - 1)) AS baseline,
        max(used.counter) AS last,
        count(*) AS seen,
        coalesce((SELECT max(hit.at) FROM hit
          WHERE hit.card_id = used.card_id AND hit.class = 'tap' AND hit.counter IS NOT NULL), 0)
          AS last_at
    FROM used_counter AS used JOIN card USING (card_id)
    WHERE used.counter > 0
    GROUP BY used.card_id, used.key_version, used.seller
  );

-- A bit for each of 64 neighbouring values of a counter: 1 where it was used up. What makes a tap
-- unique, whatever was retried; apart from hit, so that hits can be partitioned by time.
ALTER TABLE used_counter RENAME TO used_counter_before;
CREATE TABLE used_counter (
  card_id      INTEGER NOT NULL REFERENCES card,
  key_version  INTEGER NOT NULL,
  block        INTEGER NOT NULL,     -- the value divided by 64
  seller       TEXT NOT NULL,
  bits         INTEGER NOT NULL,     -- the value's remainder is its bit, from the lowest on
  PRIMARY KEY (card_id, key_version, block)
) STRICT, WITHOUT ROWID;
INSERT INTO used_counter (card_id, key_version, block, seller, bits)
  SELECT card_id, key_version, counter / 64, seller, sum(1 << (counter % 64))
  FROM used_counter_before GROUP BY card_id, key_version, counter / 64, seller;
DROP TABLE used_counter_before;

-- User-Agent headers, each once: agent_id is the first 8 bytes of its SHA-256, as a number with
-- sign, most significant first.
CREATE TABLE agent (
  agent_id  INTEGER PRIMARY KEY,
  agent     TEXT NOT NULL
) STRICT;
INSERT OR IGNORE INTO agent (agent_id, agent)
  SELECT DISTINCT agent_number(agent), agent FROM hit WHERE agent <> '';

-- No REFERENCES card: a hit's card was looked up in the transaction that stores it, and a second
-- look for each hit costs.
ALTER TABLE hit RENAME TO hit_before;
CREATE TABLE hit (
  card_id      INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  hit_id       INTEGER NOT NULL,
  seller       TEXT NOT NULL,
  link         TEXT NOT NULL,
  class        TEXT NOT NULL,
  assurance    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  counter      INTEGER,
  key_version  INTEGER,              -- with a counter: which run of it
  missed       INTEGER,              -- of a tap with a counter: reads that it skipped, -1 if late
  agent_id     INTEGER,              -- absent where none was sent, and when retention says so
  PRIMARY KEY (card_id, at, hit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO hit (card_id, at, hit_id, seller, link, class, assurance, reason, counter, key_version,
    missed, agent_id)
  SELECT card_id, at, hit_id, seller, link, class, assurance, reason, counter,
      CASE WHEN counter IS NOT NULL THEN key_version END,
      CASE WHEN before IS NOT NULL THEN max(counter - before, 0) - 1 END,
      CASE WHEN agent <> '' THEN agent_number(agent) END
  FROM (
    SELECT hit_before.*, card.key_version,
        CASE WHEN class = 'tap' AND counter IS NOT NULL THEN
          coalesce(
            max(CASE WHEN class = 'tap' THEN counter END) OVER (
              PARTITION BY hit_before.card_id ORDER BY at, hit_id
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
            read_counter.baseline)
        END AS before
    FROM hit_before JOIN card USING (card_id)
      LEFT JOIN read_counter ON read_counter.card_id = card.card_id
        AND read_counter.key_version = card.key_version
  );
DROP TABLE hit_before;
