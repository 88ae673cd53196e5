-- Up to which entry a card's history has links, kept in the work in which they are made. An entry up to
-- here without one has lost it, and is not linked anew; later ones are of a node of the version before.
ALTER TABLE card ADD COLUMN linked_to INTEGER NOT NULL DEFAULT 0;
UPDATE card SET linked_to = coalesce((SELECT max(card_event.version) FROM card_event
    WHERE card_event.card_id = card.card_id AND card_event.link IS NOT NULL), 0);
