-- Where a shop is told of what happened. kinds: a JSON array of the kinds of events that it wants;
-- empty for all. sealed_secret: what its messages are signed with, under a key of its own; the one
-- before it is good until old_until. Both go when the endpoint is deleted; its deliveries stay.
CREATE TABLE webhook (
  webhook_id         TEXT COLLATE "C" PRIMARY KEY,
  seller             TEXT COLLATE "C" NOT NULL REFERENCES seller,
  url                TEXT NOT NULL,
  kinds              TEXT NOT NULL,
  state              TEXT COLLATE "C" NOT NULL,      -- on, off, gone, deleted
  sealed_secret      BYTEA,
  old_sealed_secret  BYTEA,
  old_until          BIGINT,
  version            BIGINT NOT NULL,
  changed_by         TEXT NOT NULL,
  created_at         BIGINT NOT NULL,
  changed_at         BIGINT NOT NULL
);
CREATE INDEX webhook_seller ON webhook (seller, created_at);

-- One event for one endpoint. body: what is sent, the same at every try. next_at: when it is tried
-- next; while a node is at it, when another takes it that this node is gone. tries: since it was made
-- or last asked for again. last_answer: without anything that the receiver wrote.
CREATE TABLE delivery (
  webhook_id   TEXT COLLATE "C" NOT NULL REFERENCES webhook,
  delivery_id  TEXT COLLATE "C" NOT NULL,
  seller       TEXT COLLATE "C" NOT NULL,
  event_id     TEXT COLLATE "C" NOT NULL,
  kind         TEXT NOT NULL,
  body         TEXT NOT NULL,
  state        TEXT COLLATE "C" NOT NULL,            -- waiting, sent, dead
  tries        BIGINT NOT NULL,
  next_at      BIGINT NOT NULL,
  last_answer  TEXT NOT NULL,
  created_at   BIGINT NOT NULL,
  changed_at   BIGINT NOT NULL,
  PRIMARY KEY (webhook_id, delivery_id),
  UNIQUE (webhook_id, event_id)
);
CREATE INDEX delivery_due ON delivery (webhook_id, next_at) WHERE state = 'waiting';
CREATE INDEX delivery_seen ON delivery (webhook_id, created_at, delivery_id);
