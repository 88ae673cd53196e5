-- The OpenID provider by which a seller's people sign in. sealed_secret: by which this server shows
-- there who it is, under a key of its own; NULL for a public client. admission: a JSON object, who
-- may come in and as what.
CREATE TABLE identity_provider (
  seller         TEXT COLLATE "C" PRIMARY KEY REFERENCES seller,
  name           TEXT NOT NULL,
  issuer         TEXT NOT NULL,
  client_id      TEXT NOT NULL,
  sealed_secret  BYTEA,
  scope          TEXT NOT NULL,
  admission      TEXT NOT NULL,
  changed_at     BIGINT NOT NULL
);

-- Whom an account is to an identity provider. mark: a keyed hash of the issuer and of what it calls
-- the person, so that neither stands here.
CREATE TABLE provider_subject (
  account_id  TEXT COLLATE "C" PRIMARY KEY REFERENCES account,
  seller      TEXT COLLATE "C" NOT NULL REFERENCES seller,
  mark        BYTEA NOT NULL,
  bound_at    BIGINT NOT NULL,
  UNIQUE (seller, mark)
);
