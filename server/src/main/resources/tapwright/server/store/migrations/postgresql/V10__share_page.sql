-- Whether a card has a page that shows whose it is (/s/ and its slug).
ALTER TABLE seller ADD COLUMN share_page BOOLEAN NOT NULL DEFAULT TRUE;
