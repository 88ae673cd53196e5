-- Tokens that end, when machines were last seen, and the codes by which stations come in.

-- A token without an end was made before this version; it holds until it is revoked.
ALTER TABLE token ADD COLUMN expires_at INTEGER;
ALTER TABLE token ADD COLUMN last_seen_at INTEGER;
-- When it was last shown after it had ended or was revoked.
ALTER TABLE token ADD COLUMN last_refused_at INTEGER;

-- A code that a station exchanges for its token, once. Only its hash is here: 40 random bits that
-- hold for minutes; who could try them all on this hash has the record already.
CREATE TABLE enrolment (
  code_hash   BLOB PRIMARY KEY,
  seller      TEXT NOT NULL REFERENCES seller,
  name        TEXT NOT NULL,          -- of the station
  token_days  INTEGER NOT NULL,       -- how long the token holds that it becomes
  made_by     TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  used_at     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX encode_job_leased ON encode_job (seller, leased_to) WHERE leased_to IS NOT NULL;
