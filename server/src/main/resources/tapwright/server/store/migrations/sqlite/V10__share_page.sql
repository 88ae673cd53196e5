-- Whether a card has a page that shows whose it is (/s/ and its slug).
ALTER TABLE seller ADD COLUMN share_page INTEGER NOT NULL DEFAULT 1 CHECK (share_page IN (0, 1));
