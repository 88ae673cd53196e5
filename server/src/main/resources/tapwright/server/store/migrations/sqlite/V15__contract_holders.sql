-- A key for each person whom cards speak for, so that one person's contacts can be made unreadable
-- for ever by taking one key away. Not an expansion: a program from before cannot open a contact that
-- is under its holder's key.

-- Keys that data is encrypted with, each wrapped by a master key that is not in the record: to
-- change the master key is to wrap these anew. Of the record as a whole: of no seller and no card.
-- Where there is a row in it, key_check is not looked at any more: a key that unwraps is the right
-- one.
CREATE TABLE data_key (
  name        TEXT PRIMARY KEY,
  master      BLOB NOT NULL,     -- which master key wraps it, by a value that tells nothing of it
  wrapped     BLOB NOT NULL,
  wrapped_at  INTEGER NOT NULL
) STRICT;

-- Whom cards speak for. One person may have many cards, so this is of no card. Once forgotten there
-- is neither a mark nor a key, and no way back.
CREATE TABLE holder (
  holder_id     TEXT PRIMARY KEY,
  seller        TEXT NOT NULL REFERENCES seller,
  mark          BLOB,            -- keyed hash of what the person is known by
  wrapped_key   BLOB,            -- encrypted with a key that data_key.root leads to
  created_at    INTEGER NOT NULL,
  forgotten_at  INTEGER,
  UNIQUE (seller, mark),
  CHECK ((wrapped_key IS NULL) = (forgotten_at IS NOT NULL)),
  CHECK (mark IS NULL OR forgotten_at IS NULL)
) STRICT;
CREATE TRIGGER holder_is_forgotten_for_ever BEFORE UPDATE ON holder
  WHEN OLD.forgotten_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'who is forgotten is not changed'); END;
CREATE TRIGGER holder_is_never_deleted BEFORE DELETE ON holder
  BEGIN SELECT RAISE(ABORT, 'a holder is forgotten, never deleted'); END;

-- Absent: encrypted with the installation's key, by an earlier version; a server encrypts it anew.
-- Once its holder is forgotten, sealed has no bytes.
ALTER TABLE contact ADD COLUMN holder TEXT REFERENCES holder;
CREATE INDEX contact_of_holder ON contact (holder, card_id);
CREATE INDEX contact_without_holder ON contact (card_id) WHERE holder IS NULL;
