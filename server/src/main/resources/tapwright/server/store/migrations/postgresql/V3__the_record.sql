-- The record of Tapwright on PostgreSQL: what versions 1 to 3 make on SQLite, with the same names,
-- so that PostgreSQL begins with version 3.
--
-- Times are microseconds since 1970-01-01T00:00Z in BIGINT, as on SQLite, and not TIMESTAMPTZ: the
-- bounds of partitions, the keys of rows and what a move copies are then the same numbers on both,
-- and nothing depends on a session's time zone. Enumerations are lower-case words. Words that are
-- compared or put in order are COLLATE "C": the order of their code points, as on SQLite, whatever
-- the database was made with.
--
-- Onto many machines (Citus, YugabyteDB, CockroachDB), the key to distribute by is card_id. Every
-- table about a card begins its primary key with it and is written in transactions of that card:
-- card, card_event, contact, contact_word, ordered_message, protection, hit, read_counter,
-- used_counter, usage_day, claim. Small tables that each node holds whole (reference tables in
-- Citus' words) are seller, token, purchase, agent, idempotency_key. Three rules of uniqueness are
-- not by card, and an engine that only knows unique keys which contain the key of distribution
-- needs a table of its own for each, distributed by what is unique in it: card.slug (slug to
-- card_id, written once when the card is made), live_uid (is such a table already) and
-- claim.claim_id (random: unique without the index that says so). encode_job and station_event are
-- found by job_id and by station.
--
-- Where a fillfactor stands, rows are changed in place over and over; the room left in each page
-- lets PostgreSQL keep the new version beside the old one and touch no index (heap-only tuples,
-- manual of version 15, section 73.7).

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE seller (
  seller             TEXT COLLATE "C" PRIMARY KEY,
  activation         TEXT NOT NULL,
  created_at         BIGINT NOT NULL,
  -- Where the seller brings a master key, its cards' keys are derived from it; encrypted.
  sealed_master_key  BYTEA
);

-- Stations and shops. The secret itself is nowhere: 256 random bits need no slow hash.
CREATE TABLE token (
  token_id    TEXT COLLATE "C" PRIMARY KEY,
  seller      TEXT COLLATE "C" NOT NULL REFERENCES seller,
  scope       TEXT NOT NULL,
  name        TEXT COLLATE "C" NOT NULL,
  hash        BYTEA NOT NULL UNIQUE,
  created_at  BIGINT NOT NULL,
  revoked_at  BIGINT,
  UNIQUE (seller, name)
);

-- "order" is a word of SQL's own. facts: JSON object of what the shop said, by policy fact name.
CREATE TABLE purchase (
  order_id    TEXT COLLATE "C" PRIMARY KEY,
  seller      TEXT COLLATE "C" NOT NULL REFERENCES seller,
  number      TEXT COLLATE "C" NOT NULL,
  pack        TEXT NOT NULL,
  placed_at   BIGINT NOT NULL,
  facts       TEXT NOT NULL,
  UNIQUE (seller, number)
);

-- The card as it is now; card_event says how it became so. Never deleted: the tables that hits are
-- written to rely on it and have no foreign key, which would look the card up and lock it once a
-- hit. 'tapwright audit' looks for rows without a card.
CREATE TABLE card (
  card_id           BIGINT PRIMARY KEY,
  seller            TEXT COLLATE "C" NOT NULL REFERENCES seller,
  slug              TEXT COLLATE "C" NOT NULL UNIQUE,
  order_id          TEXT COLLATE "C" NOT NULL REFERENCES purchase,
  placement_id      TEXT COLLATE "C" NOT NULL,
  placement_row     BIGINT NOT NULL,
  state             TEXT NOT NULL,
  shipping          TEXT NOT NULL,
  tier              TEXT NOT NULL,
  holds             TEXT NOT NULL,      -- words joined by spaces; not empty: the card is suspended
  version           BIGINT NOT NULL,
  target            TEXT NOT NULL,      -- empty: the links lead to the card's own page
  uid               TEXT COLLATE "C",
  model             TEXT,
  counter_baseline  BIGINT,             -- -1: the chip does not count
  key_version       BIGINT,
  message_hash      BYTEA,              -- SHA-256 of the NDEF that the station read back
  content_matches   BOOLEAN,
  replaced_by       BIGINT REFERENCES card,
  created_at        BIGINT NOT NULL,
  counting          TEXT NOT NULL,
  chip_finished     TEXT NOT NULL DEFAULT ''   -- words: what was done after it was read back
);
CREATE INDEX card_of_seller ON card (seller, card_id);
CREATE INDEX card_of_order ON card (order_id);
CREATE INDEX card_of_placement ON card (placement_id, placement_row);
CREATE INDEX card_of_uid ON card (uid) WHERE uid IS NOT NULL;
CREATE TRIGGER card_is_never_deleted BEFORE DELETE ON card
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE card_event (
  card_id      BIGINT NOT NULL REFERENCES card,
  version      BIGINT NOT NULL,
  seller       TEXT COLLATE "C" NOT NULL,
  kind         TEXT NOT NULL,
  detail       TEXT NOT NULL,
  actor        TEXT NOT NULL,
  cause        TEXT NOT NULL,
  at           BIGINT NOT NULL,
  recorded_at  BIGINT NOT NULL,
  PRIMARY KEY (card_id, version)
);
CREATE TRIGGER card_event_is_append_only BEFORE UPDATE OR DELETE ON card_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE live_uid (
  uid      TEXT COLLATE "C" PRIMARY KEY,
  card_id  BIGINT NOT NULL REFERENCES card,
  seller   TEXT COLLATE "C" NOT NULL
);
CREATE INDEX live_uid_of_card ON live_uid (card_id);

-- All that is personal: one encrypted column, and blinded words to find it by.
CREATE TABLE contact (
  card_id  BIGINT PRIMARY KEY REFERENCES card,
  seller   TEXT COLLATE "C" NOT NULL,
  sealed   BYTEA NOT NULL
);
CREATE TABLE contact_word (
  card_id  BIGINT NOT NULL REFERENCES card,
  word     BYTEA NOT NULL,
  seller   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (card_id, word)
);
CREATE INDEX contact_word_of_seller ON contact_word (seller, word, card_id);

-- What was ordered for a chip beyond its content. A secret is drawn once and kept for ever: a torn
-- card may hold it, whatever became of its job.
CREATE TABLE protection (
  card_id  BIGINT PRIMARY KEY REFERENCES card,
  seller   TEXT COLLATE "C" NOT NULL,
  lock     BOOLEAN NOT NULL,
  sealed   BYTEA               -- encrypted secrets; absent for a card that is only locked
);
CREATE TRIGGER protection_is_append_only BEFORE UPDATE OR DELETE ON protection
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE encode_job (
  job_id           TEXT COLLATE "C" PRIMARY KEY,
  seller           TEXT COLLATE "C" NOT NULL REFERENCES seller,
  card_id          BIGINT NOT NULL REFERENCES card,
  state            TEXT COLLATE "C" NOT NULL,
  leased_to        TEXT,
  leased_until     BIGINT,
  problem_code     TEXT,
  problem_message  TEXT,
  created_at       BIGINT NOT NULL
);
CREATE INDEX encode_job_waiting ON encode_job (seller, state, created_at, job_id);
CREATE INDEX encode_job_of_card ON encode_job (card_id, created_at);

-- SHA-256 of each message that a station was told to write; any of a card's is what was ordered.
CREATE TABLE ordered_message (
  card_id  BIGINT NOT NULL REFERENCES card,
  hash     BYTEA NOT NULL,
  seller   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (card_id, hash)
);

-- Each event of a station once, with what became of it; body: the event as it was sent, JSON, but
-- without the message, which holds the contact.
CREATE TABLE station_event (
  station          TEXT COLLATE "C" NOT NULL,
  event_id         TEXT COLLATE "C" NOT NULL,
  seller           TEXT COLLATE "C" NOT NULL REFERENCES seller,
  card_id          BIGINT,
  kind             TEXT NOT NULL,
  body             TEXT NOT NULL,
  message_hash     BYTEA,
  status           TEXT COLLATE "C" NOT NULL,
  problem_code     TEXT,
  problem_message  TEXT,
  at               BIGINT NOT NULL,
  recorded_at      BIGINT NOT NULL,
  PRIMARY KEY (station, event_id)
);
CREATE INDEX station_event_of_seller ON station_event (seller, status, recorded_at);

-- Every hit that was answered. No address is ever stored; the agent goes when retention says so.
--
-- One partition a month of UTC, so that what is old goes with its partition and what is new is
-- indexed by an index that fits memory. They are made ahead (make_hit_months); what comes for a
-- month that has none, as from a clock that is wrong by years, is kept in hit_other.
CREATE TABLE hit (
  card_id      BIGINT NOT NULL,
  at           BIGINT NOT NULL,
  hit_id       BIGINT NOT NULL,
  agent_id     BIGINT,               -- absent where none was sent, and when retention says so
  counter      INTEGER,
  key_version  INTEGER,              -- with a counter: which run of it
  missed       INTEGER,              -- of a tap with a counter: reads that it skipped, -1 if late
  seller       TEXT COLLATE "C" NOT NULL,
  link         TEXT NOT NULL,
  class        TEXT NOT NULL,
  assurance    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  PRIMARY KEY (card_id, at, hit_id)
) PARTITION BY RANGE (at);
CREATE TABLE hit_other PARTITION OF hit DEFAULT;

-- The first instant of a day of UTC, as the record keeps instants.
CREATE FUNCTION micros_of(day DATE) RETURNS BIGINT LANGUAGE sql IMMUTABLE AS
  $$ SELECT (day - DATE '1970-01-01')::bigint * 86400000000 $$;

-- Makes the partitions of so many months from the month of a day on, those that are there already
-- left as they are; answers how many were made. Hits of such a month that lie in hit_other, as from
-- a clock that ran ahead, move into it.
--
-- A table is filled in beside the others and then attached, because that keeps hits from being
-- written for no longer than the attaching takes.
CREATE FUNCTION make_hit_months(first_day DATE, months INTEGER) RETURNS INTEGER
LANGUAGE plpgsql AS $$
DECLARE
  month      DATE := date_trunc('month', first_day::timestamp)::date;
  next_month DATE;
  partition  TEXT;
  made       INTEGER := 0;
BEGIN
  -- Nodes that start at once take turns.
  PERFORM pg_advisory_xact_lock(hashtext('make_hit_months'));
  FOR i IN 1..months LOOP
    partition := 'hit_' || to_char(month, 'YYYY_MM');
    next_month := (month + INTERVAL '1 month')::date;
    IF to_regclass(partition) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE hit INCLUDING ALL)', partition);
      -- Attaching takes this lock anyway, to see that none of its hits is in there.
      LOCK TABLE hit_other IN ACCESS EXCLUSIVE MODE;
      EXECUTE format('WITH moved AS (DELETE FROM hit_other WHERE at >= %s AND at < %s RETURNING *)'
        || ' INSERT INTO %I SELECT * FROM moved',
        micros_of(month), micros_of(next_month), partition);
      EXECUTE format('ALTER TABLE hit ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
        partition, micros_of(month), micros_of(next_month));
      made := made + 1;
    END IF;
    month := next_month;
  END LOOP;
  RETURN made;
END $$;

-- How far a chip's read counter has come, under one version of its keys. Each read since the
-- station's was seen or missed, so that always seen + missed = last - baseline. Whoever changes a
-- counter or its used values holds this row.
CREATE TABLE read_counter (
  card_id      BIGINT NOT NULL,
  key_version  INTEGER NOT NULL,
  baseline     INTEGER NOT NULL,     -- the counter when the chip left the station
  last         INTEGER NOT NULL,     -- the highest value counted; the baseline before there is any
  seen         INTEGER NOT NULL,     -- values counted as taps
  missed       INTEGER NOT NULL,     -- values up to the last that were not
  last_at      BIGINT NOT NULL,      -- when the last came; 0 before there is any
  quick_run    INTEGER NOT NULL,     -- taps up to the last that came each at once after the other
  seller       TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (card_id, key_version)
) WITH (fillfactor = 50);

-- A bit for each of 64 neighbouring values of a counter: 1 where it was used up. What makes a tap
-- unique, whatever was retried; apart from hit, so that hits can be partitioned by time.
CREATE TABLE used_counter (
  card_id      BIGINT NOT NULL,
  key_version  INTEGER NOT NULL,
  block        INTEGER NOT NULL,     -- the value divided by 64
  bits         BIGINT NOT NULL,      -- the value's remainder is its bit, from the lowest on
  seller       TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (card_id, key_version, block)
) WITH (fillfactor = 70);

-- User-Agent headers, each once: agent_id is the first 8 bytes of its SHA-256, as a number with
-- sign, most significant first.
CREATE TABLE agent (
  agent_id  BIGINT PRIMARY KEY,
  agent     TEXT NOT NULL
);

-- Hits rolled up: days since 1970-01-01, UTC.
CREATE TABLE usage_day (
  card_id  BIGINT NOT NULL,
  day      BIGINT NOT NULL,
  hits     BIGINT NOT NULL,
  class    TEXT COLLATE "C" NOT NULL,
  seller   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (card_id, day, class)
) WITH (fillfactor = 70);

CREATE TABLE idempotency_key (
  seller      TEXT COLLATE "C" NOT NULL REFERENCES seller,
  key         TEXT COLLATE "C" NOT NULL,
  body_hash   BYTEA NOT NULL,
  result      TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  PRIMARY KEY (seller, key)
);

CREATE TABLE claim (
  card_id        BIGINT NOT NULL REFERENCES card,
  claim_id       TEXT COLLATE "C" NOT NULL,
  seller         TEXT COLLATE "C" NOT NULL,
  order_id       TEXT COLLATE "C" NOT NULL REFERENCES purchase,
  kind           TEXT NOT NULL,
  reason         TEXT NOT NULL,
  at             BIGINT NOT NULL,
  decided_at     BIGINT NOT NULL,
  pack           TEXT NOT NULL,        -- id@version that decided
  pack_hash      TEXT NOT NULL,
  calendar_hash  TEXT NOT NULL,
  outcome        TEXT NOT NULL,
  facts          BYTEA NOT NULL,       -- what was decided on: canonical bytes
  decision       BYTEA NOT NULL,       -- what was decided: canonical bytes, the same on every replay
  shown          TEXT NOT NULL,        -- the decision as JSON, for those who ask
  explanation    TEXT NOT NULL,        -- lines for people
  PRIMARY KEY (card_id, claim_id)
);
CREATE UNIQUE INDEX claim_by_id ON claim (claim_id);
CREATE INDEX claim_of_seller ON claim (seller, decided_at);
CREATE TRIGGER claim_is_append_only BEFORE UPDATE OR DELETE ON claim
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
