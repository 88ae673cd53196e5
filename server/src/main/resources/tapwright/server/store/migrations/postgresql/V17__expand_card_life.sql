-- What the later life of a card needs: what is known of it beside its state, which card it takes the
-- place of, when its time is over, and as what somebody did something to it.

-- Words joined by spaces, as holds are; none of them stops the card.
ALTER TABLE card ADD COLUMN marks TEXT NOT NULL DEFAULT '';
-- The other side of replaced_by, and kept where that was taken back.
ALTER TABLE card ADD COLUMN replaces BIGINT REFERENCES card;
-- Absent: its time is never over.
ALTER TABLE card ADD COLUMN expires_at BIGINT;
-- Cards that wait for the one that shall take their place.
CREATE INDEX card_waiting ON card (card_id)
  WHERE replaced_by IS NOT NULL AND state IN ('issued', 'active', 'revoked', 'expired');
CREATE INDEX card_marked ON card (seller, card_id) WHERE marks <> '';
-- Cards whose time can still come to its end, by when it does.
CREATE INDEX card_expiring ON card (expires_at)
  WHERE expires_at IS NOT NULL AND state IN ('blank', 'encoded', 'verified', 'issued', 'active');

-- Empty: the server itself, or an event from before this version.
ALTER TABLE card_event ADD COLUMN role TEXT NOT NULL DEFAULT '';

-- True: the card speaks for another contact since; a station that was told before may still write it.
ALTER TABLE ordered_message ADD COLUMN superseded BOOLEAN NOT NULL DEFAULT FALSE;
