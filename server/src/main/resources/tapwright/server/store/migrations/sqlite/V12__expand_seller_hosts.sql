-- The host with which a seller's links begin; absent: that of the server. A link works under every
-- host that leads here, so that a seller may change it and no printed card breaks.
ALTER TABLE seller ADD COLUMN host TEXT;
CREATE UNIQUE INDEX seller_of_host ON seller (host) WHERE host IS NOT NULL;
