-- What a card's link counts by, what its chip is protected by, and what a station did to it.

ALTER TABLE card ADD COLUMN counting TEXT NOT NULL DEFAULT 'none';
UPDATE card SET counting = 'mirror' WHERE mirror = 1;
ALTER TABLE card DROP COLUMN mirror;

-- Words joined by spaces: what was done to the chip after it was read back.
ALTER TABLE card ADD COLUMN chip_finished TEXT NOT NULL DEFAULT '';

-- Where the seller brings a master key, its cards' keys are derived from it; encrypted.
ALTER TABLE seller ADD COLUMN sealed_master_key BLOB;

-- What was ordered for a chip beyond its content. A secret is drawn once and kept for ever: a torn
-- card may hold it, whatever became of its job.
CREATE TABLE protection (
  card_id  INTEGER PRIMARY KEY REFERENCES card,
  seller   TEXT NOT NULL,
  lock     INTEGER NOT NULL,
  sealed   BLOB                -- encrypted secrets; absent for a card that is only locked
) STRICT;
CREATE TRIGGER protection_is_never_changed BEFORE UPDATE ON protection
  BEGIN SELECT RAISE(ABORT, 'protection is append-only'); END;
CREATE TRIGGER protection_is_never_deleted BEFORE DELETE ON protection
  BEGIN SELECT RAISE(ABORT, 'protection is append-only'); END;

CREATE INDEX card_of_uid ON card (uid) WHERE uid IS NOT NULL;
