-- People, and what they sign in with. password: what Argon2id left of it, in the text form of its
-- authors. sealed_secret: of one-time codes, under a key of their own; NULL where none are asked for.
-- used_step: the time step of the last such code, none of which is taken twice.
CREATE TABLE account (
  account_id     TEXT PRIMARY KEY,
  seller         TEXT NOT NULL REFERENCES seller,
  name           TEXT NOT NULL,
  role           TEXT NOT NULL,
  password       TEXT NOT NULL,
  sealed_secret  BLOB,
  used_step      INTEGER NOT NULL,
  created_at     INTEGER NOT NULL,
  disabled_at    INTEGER,
  UNIQUE (seller, name)
) STRICT;

-- What is left of codes for the day when a phone is lost, each good for once: a keyed hash.
CREATE TABLE recovery_code (
  account_id  TEXT NOT NULL REFERENCES account,
  hash        BLOB NOT NULL,
  seller      TEXT NOT NULL,
  PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;

-- Browsers in which people have signed in. The secret itself is in the browser alone.
CREATE TABLE session (
  hash        BLOB PRIMARY KEY,
  seller      TEXT NOT NULL,
  account_id  TEXT NOT NULL REFERENCES account,
  opened_at   INTEGER NOT NULL,
  seen_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (seller, account_id);
CREATE INDEX session_opened ON session (seller, opened_at);

-- How often it was tried in vain to sign in. try_key: a keyed hash of an address, or of a seller and a
-- name that need not be on record: of the record as a whole, and of no seller.
CREATE TABLE sign_in_tries (
  try_key  BLOB PRIMARY KEY,
  tries    INTEGER NOT NULL,
  last_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_tries_last ON sign_in_tries (last_at);
