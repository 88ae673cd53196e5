-- How often cards had been used when they were adopted, as the program says that they come from.
-- When each use was, nobody knows here: they are in no window, and a decision tells them as uses that
-- it may not have seen.
CREATE TABLE adopted_uses (
  card_id      INTEGER PRIMARY KEY REFERENCES card,
  seller       TEXT NOT NULL REFERENCES seller,
  taps         INTEGER NOT NULL,
  counted_at   INTEGER NOT NULL       -- when the taps had come to this number
) STRICT;
CREATE TRIGGER adopted_uses_is_never_changed BEFORE UPDATE ON adopted_uses
  BEGIN SELECT RAISE(ABORT, 'adopted_uses is append-only'); END;
CREATE TRIGGER adopted_uses_is_never_deleted BEFORE DELETE ON adopted_uses
  BEGIN SELECT RAISE(ABORT, 'adopted_uses is append-only'); END;
