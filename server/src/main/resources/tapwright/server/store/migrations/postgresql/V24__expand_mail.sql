-- In which language customers are written to: of an order, else of its seller; empty for English.
ALTER TABLE purchase ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE seller ADD COLUMN language TEXT NOT NULL DEFAULT '';

-- One mail of one event. To whom, is read when it is sent, from the card's contact, and is kept
-- nowhere else. detail: what the event told, a JSON object. begun: on its way from now to next_at; who
-- is gone then leaves it unknown, and it is not sent again.
CREATE TABLE mail (
  card_id      BIGINT NOT NULL REFERENCES card,
  event_id     TEXT COLLATE "C" NOT NULL,
  mail_id      TEXT COLLATE "C" NOT NULL UNIQUE,
  seller       TEXT COLLATE "C" NOT NULL,
  kind         TEXT NOT NULL,
  detail       TEXT NOT NULL,
  state        TEXT COLLATE "C" NOT NULL,            -- waiting, begun, sent, unknown, dead, nobody
  tries        BIGINT NOT NULL,
  next_at      BIGINT NOT NULL,
  last_answer  TEXT NOT NULL,
  created_at   BIGINT NOT NULL,
  changed_at   BIGINT NOT NULL,
  PRIMARY KEY (card_id, event_id)
);
CREATE INDEX mail_due ON mail (next_at) WHERE state IN ('waiting', 'begun');
CREATE INDEX mail_seen ON mail (seller, created_at, mail_id);
