-- The money of orders: what was captured by line, what goes back, what is disputed. Amounts count in
-- the currency's smallest unit. What happened is in the trail of the order's money (area money).

-- Which order a provider's payment belongs to: to one alone, whosever it is.
CREATE TABLE payment (
  payment      TEXT COLLATE "C" PRIMARY KEY,
  order_id     TEXT COLLATE "C" NOT NULL REFERENCES purchase,
  seller       TEXT COLLATE "C" NOT NULL REFERENCES seller,
  recorded_at  BIGINT NOT NULL
);

CREATE TABLE capture (
  order_id     TEXT COLLATE "C" NOT NULL REFERENCES purchase,
  line         TEXT COLLATE "C" NOT NULL,
  seller       TEXT COLLATE "C" NOT NULL REFERENCES seller,
  payment      TEXT COLLATE "C" NOT NULL REFERENCES payment,
  amount       BIGINT NOT NULL CHECK (amount > 0),
  currency     TEXT NOT NULL,
  place        BIGINT NOT NULL,  -- in the order in which they came
  recorded_at  BIGINT NOT NULL,
  PRIMARY KEY (order_id, line)
);
CREATE TRIGGER capture_is_append_only BEFORE UPDATE OR DELETE ON capture
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- refund_id is the provider's idempotency key too: drawn once, kept whatever fails. next_at: when the
-- provider is to be asked about it; NULL where nothing is open.
CREATE TABLE refund (
  order_id    TEXT COLLATE "C" NOT NULL REFERENCES purchase,
  refund_id   TEXT COLLATE "C" NOT NULL UNIQUE,
  seller      TEXT COLLATE "C" NOT NULL REFERENCES seller,
  line        TEXT COLLATE "C" NOT NULL,
  payment     TEXT COLLATE "C" NOT NULL REFERENCES payment,
  amount      BIGINT NOT NULL CHECK (amount > 0),
  currency    TEXT NOT NULL,
  claim_id    TEXT NOT NULL,  -- empty where no claim is behind it
  state       TEXT NOT NULL,
  reference   TEXT NOT NULL,  -- the provider's key for it, once it is known
  attempts    BIGINT NOT NULL,
  created_at  BIGINT NOT NULL,
  next_at     BIGINT,
  PRIMARY KEY (order_id, refund_id),
  FOREIGN KEY (order_id, line) REFERENCES capture
);
CREATE INDEX refund_next ON refund (next_at) WHERE next_at IS NOT NULL;
CREATE TRIGGER refund_is_never_deleted BEFORE DELETE ON refund
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE dispute (
  order_id     TEXT COLLATE "C" NOT NULL REFERENCES purchase,
  dispute_id   TEXT COLLATE "C" NOT NULL,  -- the provider's
  seller       TEXT COLLATE "C" NOT NULL REFERENCES seller,
  payment      TEXT COLLATE "C" NOT NULL REFERENCES payment,
  amount       BIGINT NOT NULL,
  currency     TEXT NOT NULL,
  status       TEXT NOT NULL,
  at           BIGINT NOT NULL,
  recorded_at  BIGINT NOT NULL,
  PRIMARY KEY (order_id, dispute_id)
);
CREATE TRIGGER dispute_is_never_deleted BEFORE DELETE ON dispute
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
