-- What is to be done at a certain time, by one node at a time, and what others are told of it.

-- Who does what now. A node that is gone holds a duty until held_until and no longer.
CREATE TABLE duty (
  name        TEXT PRIMARY KEY,
  held_by     TEXT NOT NULL,
  held_until  INTEGER NOT NULL,
  last_run    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a decision set a date for, once for each notice of it. Decisions older than this table have
-- none.
CREATE TABLE deadline (
  card_id   INTEGER NOT NULL REFERENCES card,
  claim_id  TEXT NOT NULL,
  step      TEXT NOT NULL,
  notice    TEXT NOT NULL,
  seller    TEXT NOT NULL,
  due_at    INTEGER NOT NULL,
  tell_at   INTEGER NOT NULL,
  told_at   INTEGER,
  PRIMARY KEY (card_id, claim_id, step, notice)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_open ON deadline (tell_at) WHERE told_at IS NULL;

-- What happened, for those who are to be told. place: numbered without gaps after the event was
-- stored, since numbers drawn before would become visible out of order.
CREATE TABLE outbox (
  event_id    TEXT PRIMARY KEY,
  seller      TEXT NOT NULL,
  kind        TEXT NOT NULL,
  payload     TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  place       INTEGER UNIQUE
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_unplaced ON outbox (created_at, event_id) WHERE place IS NULL;

-- How far each consumer has come.
CREATE TABLE outbox_consumer (
  consumer  TEXT PRIMARY KEY,
  taken_to  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
