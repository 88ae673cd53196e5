-- What the payment provider told of by itself, each notice taken once, however often it is sent.
CREATE TABLE payment_notice (
  notice_id  TEXT PRIMARY KEY,         -- the provider's
  order_id   TEXT NOT NULL REFERENCES purchase,
  seller     TEXT NOT NULL REFERENCES seller,
  taken_at   INTEGER NOT NULL
) STRICT;
