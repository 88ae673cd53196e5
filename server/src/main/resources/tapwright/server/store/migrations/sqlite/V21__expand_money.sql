-- The money of orders: what was captured by line, what goes back, what is disputed. Amounts count in
-- the currency's smallest unit. What happened is in the trail of the order's money (area money).

-- Which order a provider's payment belongs to: to one alone, whosever it is.
CREATE TABLE payment (
  payment      TEXT PRIMARY KEY,
  order_id     TEXT NOT NULL REFERENCES purchase,
  seller       TEXT NOT NULL REFERENCES seller,
  recorded_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE capture (
  order_id     TEXT NOT NULL REFERENCES purchase,
  line         TEXT NOT NULL,
  seller       TEXT NOT NULL REFERENCES seller,
  payment      TEXT NOT NULL REFERENCES payment,
  amount       INTEGER NOT NULL CHECK (amount > 0),
  currency     TEXT NOT NULL,
  place        INTEGER NOT NULL,       -- in the order in which they came
  recorded_at  INTEGER NOT NULL,
  PRIMARY KEY (order_id, line)
) STRICT;
CREATE TRIGGER capture_is_never_changed BEFORE UPDATE ON capture
  BEGIN SELECT RAISE(ABORT, 'capture is append-only'); END;
CREATE TRIGGER capture_is_never_deleted BEFORE DELETE ON capture
  BEGIN SELECT RAISE(ABORT, 'capture is append-only'); END;

-- refund_id is the provider's idempotency key too: drawn once, kept whatever fails. next_at: when the
-- provider is to be asked about it; NULL where nothing is open.
CREATE TABLE refund (
  order_id    TEXT NOT NULL REFERENCES purchase,
  refund_id   TEXT NOT NULL UNIQUE,
  seller      TEXT NOT NULL REFERENCES seller,
  line        TEXT NOT NULL,
  payment     TEXT NOT NULL REFERENCES payment,
  amount      INTEGER NOT NULL CHECK (amount > 0),
  currency    TEXT NOT NULL,
  claim_id    TEXT NOT NULL,           -- empty where no claim is behind it
  state       TEXT NOT NULL,
  reference   TEXT NOT NULL,           -- the provider's key for it, once it is known
  attempts    INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  next_at     INTEGER,
  PRIMARY KEY (order_id, refund_id),
  FOREIGN KEY (order_id, line) REFERENCES capture
) STRICT;
CREATE INDEX refund_next ON refund (next_at) WHERE next_at IS NOT NULL;
CREATE TRIGGER refund_is_never_deleted BEFORE DELETE ON refund
  BEGIN SELECT RAISE(ABORT, 'a refund is settled, never deleted'); END;

CREATE TABLE dispute (
  order_id     TEXT NOT NULL REFERENCES purchase,
  dispute_id   TEXT NOT NULL,          -- the provider's
  seller       TEXT NOT NULL REFERENCES seller,
  payment      TEXT NOT NULL REFERENCES payment,
  amount       INTEGER NOT NULL,
  currency     TEXT NOT NULL,
  status       TEXT NOT NULL,
  at           INTEGER NOT NULL,
  recorded_at  INTEGER NOT NULL,
  PRIMARY KEY (order_id, dispute_id)
) STRICT;
CREATE TRIGGER dispute_is_never_deleted BEFORE DELETE ON dispute
  BEGIN SELECT RAISE(ABORT, 'a dispute is closed, never deleted'); END;
