-- What the payment provider told of by itself, each notice taken once, however often it is sent.
CREATE TABLE payment_notice (
  notice_id  TEXT COLLATE "C" PRIMARY KEY,  -- the provider's
  order_id   TEXT COLLATE "C" NOT NULL REFERENCES purchase,
  seller     TEXT COLLATE "C" NOT NULL REFERENCES seller,
  taken_at   BIGINT NOT NULL
);
