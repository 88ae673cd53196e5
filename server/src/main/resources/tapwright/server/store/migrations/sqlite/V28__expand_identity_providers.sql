-- The OpenID provider by which a seller's people sign in. sealed_secret: by which this server shows
-- there who it is, under a key of its own; NULL for a public client. admission: a JSON object, who
-- may come in and as what.
CREATE TABLE identity_provider (
  seller         TEXT PRIMARY KEY REFERENCES seller,
  name           TEXT NOT NULL,
  issuer         TEXT NOT NULL,
  client_id      TEXT NOT NULL,
  sealed_secret  BLOB,
  scope          TEXT NOT NULL,
  admission      TEXT NOT NULL,
  changed_at     INTEGER NOT NULL
) STRICT;

-- Whom an account is to an identity provider. mark: a keyed hash of the issuer and of what it calls
-- the person, so that neither stands here.
CREATE TABLE provider_subject (
  account_id  TEXT PRIMARY KEY REFERENCES account,
  seller      TEXT NOT NULL REFERENCES seller,
  mark        BLOB NOT NULL,
  bound_at    INTEGER NOT NULL,
  UNIQUE (seller, mark)
) STRICT, WITHOUT ROWID;
