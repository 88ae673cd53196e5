-- What binds each entry of a card's history to all before it (CardLink), as trails have it. Absent in
-- entries from before and in those that a program from before adds: whoever adds the next one links
-- them, or a duty does. So of an entry nothing may be changed but that it gets its link, once.
ALTER TABLE card_event ADD COLUMN link BYTEA;
CREATE INDEX card_event_unlinked ON card_event (card_id, version) WHERE link IS NULL;

DROP TRIGGER card_event_is_append_only ON card_event;
CREATE TRIGGER card_event_is_append_only BEFORE UPDATE ON card_event
  FOR EACH ROW WHEN (OLD.link IS NOT NULL OR NEW.link IS NULL
    OR (NEW.card_id, NEW.version, NEW.seller, NEW.kind, NEW.detail, NEW.actor, NEW.role, NEW.cause, NEW.at,
        NEW.recorded_at)
      IS DISTINCT FROM (OLD.card_id, OLD.version, OLD.seller, OLD.kind, OLD.detail, OLD.actor,
        OLD.role, OLD.cause, OLD.at, OLD.recorded_at))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER card_event_is_never_deleted BEFORE DELETE ON card_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
