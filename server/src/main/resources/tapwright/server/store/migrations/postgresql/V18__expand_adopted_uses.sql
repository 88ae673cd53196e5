-- How often cards had been used when they were adopted, as the program says that they come from.
-- When each use was, nobody knows here: they are in no window, and a decision tells them as uses that
-- it may not have seen.
CREATE TABLE adopted_uses (
  card_id      BIGINT PRIMARY KEY REFERENCES card,
  seller       TEXT COLLATE "C" NOT NULL REFERENCES seller,
  taps         BIGINT NOT NULL,
  counted_at   BIGINT NOT NULL          -- when the taps had come to this number
);
CREATE TRIGGER adopted_uses_is_append_only BEFORE UPDATE OR DELETE ON adopted_uses
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
