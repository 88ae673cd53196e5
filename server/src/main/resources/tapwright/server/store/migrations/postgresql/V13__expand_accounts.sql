-- People, and what they sign in with. password: what Argon2id left of it, in the text form of its
-- authors. sealed_secret: of one-time codes, under a key of their own; NULL where none are asked for.
-- used_step: the time step of the last such code, none of which is taken twice.
CREATE TABLE account (
  account_id     TEXT COLLATE "C" PRIMARY KEY,
  seller         TEXT COLLATE "C" NOT NULL REFERENCES seller,
  name           TEXT COLLATE "C" NOT NULL,
  role           TEXT NOT NULL,
  password       TEXT NOT NULL,
  sealed_secret  BYTEA,
  used_step      BIGINT NOT NULL,
  created_at     BIGINT NOT NULL,
  disabled_at    BIGINT,
  UNIQUE (seller, name)
);

-- What is left of codes for the day when a phone is lost, each good for once: a keyed hash.
CREATE TABLE recovery_code (
  account_id  TEXT COLLATE "C" NOT NULL REFERENCES account,
  hash        BYTEA NOT NULL,
  seller      TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (account_id, hash)
);

-- Browsers in which people have signed in. The secret itself is in the browser alone.
CREATE TABLE session (
  hash        BYTEA PRIMARY KEY,
  seller      TEXT COLLATE "C" NOT NULL,
  account_id  TEXT COLLATE "C" NOT NULL REFERENCES account,
  opened_at   BIGINT NOT NULL,
  seen_at     BIGINT NOT NULL
);
CREATE INDEX session_account ON session (seller, account_id);
CREATE INDEX session_opened ON session (seller, opened_at);

-- How often it was tried in vain to sign in. try_key: a keyed hash of an address, or of a seller and a
-- name that need not be on record: of the record as a whole, and of no seller.
CREATE TABLE sign_in_tries (
  try_key  BYTEA PRIMARY KEY,
  tries    BIGINT NOT NULL,
  last_at  BIGINT NOT NULL
);
CREATE INDEX sign_in_tries_last ON sign_in_tries (last_at);
