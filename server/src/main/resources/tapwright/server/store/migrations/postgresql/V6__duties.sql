-- What is to be done at a certain time, by one node at a time, and what others are told of it.

-- Who does what now. A node that is gone holds a duty until held_until and no longer.
CREATE TABLE duty (
  name        TEXT COLLATE "C" PRIMARY KEY,
  held_by     TEXT COLLATE "C" NOT NULL,
  held_until  BIGINT NOT NULL,
  last_run    BIGINT NOT NULL
);

-- What a decision set a date for, once for each notice of it. Decisions older than this table have
-- none.
CREATE TABLE deadline (
  card_id   BIGINT NOT NULL REFERENCES card,
  claim_id  TEXT COLLATE "C" NOT NULL,
  step      TEXT COLLATE "C" NOT NULL,
  notice    TEXT COLLATE "C" NOT NULL,
  seller    TEXT COLLATE "C" NOT NULL,
  due_at    BIGINT NOT NULL,
  tell_at   BIGINT NOT NULL,
  told_at   BIGINT,
  PRIMARY KEY (card_id, claim_id, step, notice)
);
CREATE INDEX deadline_open ON deadline (tell_at) WHERE told_at IS NULL;

-- What happened, for those who are to be told. place: numbered without gaps after the event was
-- stored, since numbers drawn before would become visible out of order.
CREATE TABLE outbox (
  event_id    TEXT COLLATE "C" PRIMARY KEY,
  seller      TEXT COLLATE "C" NOT NULL,
  kind        TEXT NOT NULL,
  payload     TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  place       BIGINT UNIQUE
);
CREATE INDEX outbox_unplaced ON outbox (created_at, event_id) WHERE place IS NULL;

-- How far each consumer has come.
CREATE TABLE outbox_consumer (
  consumer  TEXT COLLATE "C" PRIMARY KEY,
  taken_to  BIGINT NOT NULL
);

-- Nodes hear of a change of a card when it is stored. Not of hits: commits that notify wait for each
-- other, since notifications are queued in the order of commits (async.c of PostgreSQL 15).
CREATE FUNCTION tell_card_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('card_changed', NEW.slug || ' ' || NEW.version);
  RETURN NULL;
END $$;
CREATE TRIGGER card_change_is_told AFTER UPDATE ON card
  FOR EACH ROW EXECUTE FUNCTION tell_card_changed();
