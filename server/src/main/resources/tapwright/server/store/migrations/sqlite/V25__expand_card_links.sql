-- What binds each entry of a card's history to all before it (CardLink), as trails have it. Absent in
-- entries from before and in those that a program from before adds: whoever adds the next one links
-- them, or a duty does. So of an entry nothing may be changed but that it gets its link, once.
ALTER TABLE card_event ADD COLUMN link BLOB;
CREATE INDEX card_event_unlinked ON card_event (card_id, version) WHERE link IS NULL;

DROP TRIGGER card_event_is_never_changed;
CREATE TRIGGER card_event_is_never_changed BEFORE UPDATE ON card_event
  WHEN OLD.link IS NOT NULL OR NEW.link IS NULL
    OR NEW.card_id <> OLD.card_id OR NEW.version <> OLD.version OR NEW.seller <> OLD.seller
    OR NEW.kind <> OLD.kind OR NEW.detail <> OLD.detail OR NEW.actor <> OLD.actor OR NEW.role <> OLD.role
    OR NEW.cause <> OLD.cause OR NEW.at <> OLD.at OR NEW.recorded_at <> OLD.recorded_at
  BEGIN SELECT RAISE(ABORT, 'card_event is append-only'); END;
