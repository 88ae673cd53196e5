-- Chips in the field that a station was told to write anew: what card, by which station, and what
-- became of it. What is to be written stands in no row: the contact is sealed in the card's own, and
-- ordered_message has the hashes.
CREATE TABLE rewrite (
  card_id       BIGINT NOT NULL REFERENCES card,
  rewrite_id    TEXT COLLATE "C" NOT NULL,         -- under which the station reports it
  seller        TEXT COLLATE "C" NOT NULL,
  station       TEXT COLLATE "C" NOT NULL,         -- the token of the station
  state         TEXT NOT NULL,
  asked_at      BIGINT NOT NULL,
  leased_until  BIGINT NOT NULL,
  ended_at      BIGINT,
  problem_code  TEXT,                  -- why it was not written
  PRIMARY KEY (card_id, rewrite_id)
);
CREATE UNIQUE INDEX rewrite_by_id ON rewrite (rewrite_id);
CREATE INDEX rewrite_of_station ON rewrite (seller, station) WHERE state = 'open';
