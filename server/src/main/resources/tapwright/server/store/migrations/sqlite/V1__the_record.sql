-- The record of Tapwright, version 1.
--
-- Times are microseconds since 1970-01-01T00:00Z. Every row carries its seller. Rows about a card
-- have the card's key first in their primary key, so that they can be partitioned by it; no rule
-- spans two cards but one: a chip is in one live card at a time (live_uid, keyed by the chip).
-- Enumerations are stored as lower-case words.

CREATE TABLE seller (
  seller      TEXT PRIMARY KEY,
  activation  TEXT NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT;

-- Stations and shops. The secret itself is nowhere: 256 random bits need no slow hash.
CREATE TABLE token (
  token_id    TEXT PRIMARY KEY,
  seller      TEXT NOT NULL REFERENCES seller,
  scope       TEXT NOT NULL,
  name        TEXT NOT NULL,
  hash        BLOB NOT NULL UNIQUE,
  created_at  INTEGER NOT NULL,
  revoked_at  INTEGER,
  UNIQUE (seller, name)
) STRICT;

-- "order" is a word of SQL's own. facts: JSON object of what the shop said, by policy fact name.
CREATE TABLE purchase (
  order_id    TEXT PRIMARY KEY,
  seller      TEXT NOT NULL REFERENCES seller,
  number      TEXT NOT NULL,
  pack        TEXT NOT NULL,
  placed_at   INTEGER NOT NULL,
  facts       TEXT NOT NULL,
  UNIQUE (seller, number)
) STRICT;

-- The card as it is now; card_event says how it became so.
CREATE TABLE card (
  card_id           INTEGER PRIMARY KEY,
  seller            TEXT NOT NULL REFERENCES seller,
  slug              TEXT NOT NULL UNIQUE,
  order_id          TEXT NOT NULL REFERENCES purchase,
  placement_id      TEXT NOT NULL,
  placement_row     INTEGER NOT NULL,
  state             TEXT NOT NULL,
  shipping          TEXT NOT NULL,
  tier              TEXT NOT NULL,
  holds             TEXT NOT NULL,      -- words joined by spaces; not empty: the card is suspended
  version           INTEGER NOT NULL,
  target            TEXT NOT NULL,      -- empty: the links lead to the card's own page
  mirror            INTEGER NOT NULL,
  uid               TEXT,
  model             TEXT,
  counter_baseline  INTEGER,            -- -1: the chip does not count
  key_version       INTEGER,
  message_hash      BLOB,               -- SHA-256 of the NDEF that the station read back
  content_matches   INTEGER,
  replaced_by       INTEGER REFERENCES card,
  created_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX card_of_seller ON card (seller, card_id);
CREATE INDEX card_of_order ON card (order_id);
CREATE INDEX card_of_placement ON card (placement_id, placement_row);

CREATE TABLE card_event (
  card_id      INTEGER NOT NULL REFERENCES card,
  version      INTEGER NOT NULL,
  seller       TEXT NOT NULL,
  kind         TEXT NOT NULL,
  detail       TEXT NOT NULL,
  actor        TEXT NOT NULL,
  cause        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  recorded_at  INTEGER NOT NULL,
  PRIMARY KEY (card_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER card_event_is_never_changed BEFORE UPDATE ON card_event
  BEGIN SELECT RAISE(ABORT, 'card_event is append-only'); END;
CREATE TRIGGER card_event_is_never_deleted BEFORE DELETE ON card_event
  BEGIN SELECT RAISE(ABORT, 'card_event is append-only'); END;

CREATE TABLE live_uid (
  uid      TEXT PRIMARY KEY,
  card_id  INTEGER NOT NULL REFERENCES card,
  seller   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX live_uid_of_card ON live_uid (card_id);

-- All that is personal: one encrypted column, and blinded words to find it by.
CREATE TABLE contact (
  card_id  INTEGER PRIMARY KEY REFERENCES card,
  seller   TEXT NOT NULL,
  sealed   BLOB NOT NULL
) STRICT;
CREATE TABLE contact_word (
  card_id  INTEGER NOT NULL REFERENCES card,
  word     BLOB NOT NULL,
  seller   TEXT NOT NULL,
  PRIMARY KEY (card_id, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_word_of_seller ON contact_word (seller, word, card_id);

CREATE TABLE encode_job (
  job_id           TEXT PRIMARY KEY,
  seller           TEXT NOT NULL REFERENCES seller,
  card_id          INTEGER NOT NULL REFERENCES card,
  state            TEXT NOT NULL,
  leased_to        TEXT,
  leased_until     INTEGER,
  problem_code     TEXT,
  problem_message  TEXT,
  created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX encode_job_waiting ON encode_job (seller, state, created_at, job_id);
CREATE INDEX encode_job_of_card ON encode_job (card_id, created_at);

-- SHA-256 of each message that a station was told to write; any of a card's is what was ordered.
CREATE TABLE ordered_message (
  card_id  INTEGER NOT NULL REFERENCES card,
  hash     BLOB NOT NULL,
  seller   TEXT NOT NULL,
  PRIMARY KEY (card_id, hash)
) STRICT, WITHOUT ROWID;

-- Each event of a station once, with what became of it; body: the event as it was sent, JSON, but
-- without the message, which holds the contact.
CREATE TABLE station_event (
  station          TEXT NOT NULL,
  event_id         TEXT NOT NULL,
  seller           TEXT NOT NULL REFERENCES seller,
  card_id          INTEGER,
  kind             TEXT NOT NULL,
  body             TEXT NOT NULL,
  message_hash     BLOB,
  status           TEXT NOT NULL,
  problem_code     TEXT,
  problem_message  TEXT,
  at               INTEGER NOT NULL,
  recorded_at      INTEGER NOT NULL,
  PRIMARY KEY (station, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX station_event_of_seller ON station_event (seller, status, recorded_at);

-- Every hit that was answered. No address is ever stored; the agent goes when retention says so.
CREATE TABLE hit (
  card_id    INTEGER NOT NULL REFERENCES card,
  at         INTEGER NOT NULL,
  hit_id     INTEGER NOT NULL,
  seller     TEXT NOT NULL,
  link       TEXT NOT NULL,
  class      TEXT NOT NULL,
  assurance  TEXT NOT NULL,
  reason     TEXT NOT NULL,
  counter    INTEGER,
  agent      TEXT NOT NULL,
  PRIMARY KEY (card_id, at, hit_id)
) STRICT, WITHOUT ROWID;

-- What makes a mirrored tap unique, whatever was retried; apart from hit, so that hits can be
-- partitioned by time.
CREATE TABLE used_counter (
  card_id      INTEGER NOT NULL REFERENCES card,
  key_version  INTEGER NOT NULL,
  counter      INTEGER NOT NULL,
  seller       TEXT NOT NULL,
  PRIMARY KEY (card_id, key_version, counter)
) STRICT, WITHOUT ROWID;

-- Hits rolled up: days since 1970-01-01, UTC.
CREATE TABLE usage_day (
  card_id  INTEGER NOT NULL REFERENCES card,
  day      INTEGER NOT NULL,
  class    TEXT NOT NULL,
  seller   TEXT NOT NULL,
  hits     INTEGER NOT NULL,
  PRIMARY KEY (card_id, day, class)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_key (
  seller      TEXT NOT NULL REFERENCES seller,
  key         TEXT NOT NULL,
  body_hash   BLOB NOT NULL,
  result      TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (seller, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  card_id        INTEGER NOT NULL REFERENCES card,
  claim_id       TEXT NOT NULL,
  seller         TEXT NOT NULL,
  order_id       TEXT NOT NULL REFERENCES purchase,
  kind           TEXT NOT NULL,
  reason         TEXT NOT NULL,
  at             INTEGER NOT NULL,
  decided_at     INTEGER NOT NULL,
  pack           TEXT NOT NULL,        -- id@version that decided
  pack_hash      TEXT NOT NULL,
  calendar_hash  TEXT NOT NULL,
  outcome        TEXT NOT NULL,
  facts          BLOB NOT NULL,        -- what was decided on: canonical bytes
  decision       BLOB NOT NULL,        -- what was decided: canonical bytes, the same on every replay
  shown          TEXT NOT NULL,        -- the decision as JSON, for those who ask
  explanation    TEXT NOT NULL,        -- lines for people
  PRIMARY KEY (card_id, claim_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX claim_by_id ON claim (claim_id);
CREATE INDEX claim_of_seller ON claim (seller, decided_at);
CREATE TRIGGER claim_is_never_changed BEFORE UPDATE ON claim
  BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
CREATE TRIGGER claim_is_never_deleted BEFORE DELETE ON claim
  BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
