-- Tokens that end, when machines were last seen, and the codes by which stations come in.

-- A token without an end was made before this version; it holds until it is revoked.
ALTER TABLE token ADD COLUMN expires_at BIGINT;
ALTER TABLE token ADD COLUMN last_seen_at BIGINT;
-- When it was last shown after it had ended or was revoked.
ALTER TABLE token ADD COLUMN last_refused_at BIGINT;

-- A code that a station exchanges for its token, once. Only its hash is here: 40 random bits that
-- hold for minutes; who could try them all on this hash has the record already.
CREATE TABLE enrolment (
  code_hash   BYTEA PRIMARY KEY,
  seller      TEXT COLLATE "C" NOT NULL REFERENCES seller,
  name        TEXT COLLATE "C" NOT NULL,          -- of the station
  token_days  INTEGER NOT NULL,       -- how long the token holds that it becomes
  made_by     TEXT COLLATE "C" NOT NULL,
  created_at  BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL,
  used_at     BIGINT
);
CREATE INDEX encode_job_leased ON encode_job (seller, leased_to) WHERE leased_to IS NOT NULL;
