-- What happened to claims, to orders' money and to plans. An entry is never changed and never taken
-- away; link binds it to all before it (TrailLink), so that whoever changes one nevertheless would
-- have to write all after it anew. Nothing in it is personal but under its holder's key.
CREATE TABLE trail (
  area         TEXT NOT NULL,          -- claim, money, subscription
  subject_id   TEXT NOT NULL,          -- the key of the claim, order or plan
  number       INTEGER NOT NULL,       -- from 1 on, without gaps
  seller       TEXT NOT NULL REFERENCES seller,
  kind         TEXT NOT NULL,
  detail       TEXT NOT NULL,          -- a JSON object
  actor        TEXT NOT NULL,
  role         TEXT NOT NULL,
  cause        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  recorded_at  INTEGER NOT NULL,
  link         BLOB NOT NULL,
  PRIMARY KEY (area, subject_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
  BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
CREATE TRIGGER trail_is_never_deleted BEFORE DELETE ON trail
  BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
