-- What happened to claims, to orders' money and to plans. An entry is never changed and never taken
-- away; link binds it to all before it (TrailLink), so that whoever changes one nevertheless would
-- have to write all after it anew. Nothing in it is personal but under its holder's key.
CREATE TABLE trail (
  area         TEXT COLLATE "C" NOT NULL,  -- claim, money, subscription
  subject_id   TEXT COLLATE "C" NOT NULL,  -- the key of the claim, order or plan
  number       BIGINT NOT NULL,            -- from 1 on, without gaps
  seller       TEXT COLLATE "C" NOT NULL REFERENCES seller,
  kind         TEXT NOT NULL,
  detail       TEXT NOT NULL,              -- a JSON object
  actor        TEXT NOT NULL,
  role         TEXT NOT NULL,
  cause        TEXT NOT NULL,
  at           BIGINT NOT NULL,
  recorded_at  BIGINT NOT NULL,
  link         BYTEA NOT NULL,
  PRIMARY KEY (area, subject_id, number)
);
CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR DELETE ON trail
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
