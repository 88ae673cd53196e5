-- Goods that come back. sealed_label: whose parcel it is and where it goes, as JSON under the key of
-- holder; absent where none was wanted.
CREATE TABLE rma (
  card_id       BIGINT NOT NULL REFERENCES card,
  rma_id        TEXT COLLATE "C" NOT NULL,         -- the number that the customer writes on the parcel
  claim_id      TEXT COLLATE "C" NOT NULL,
  seller        TEXT COLLATE "C" NOT NULL,
  version       BIGINT NOT NULL,
  state         TEXT NOT NULL,
  issued_at     BIGINT NOT NULL,
  expires_at    BIGINT NOT NULL,
  sent_at       BIGINT,
  received_at   BIGINT,
  tracking      TEXT NOT NULL,
  verdict       TEXT,
  notes         TEXT NOT NULL,         -- of who inspected it
  found         TEXT NOT NULL,         -- facts, as JSON
  disposition   TEXT,
  holder        TEXT COLLATE "C" REFERENCES holder,
  sealed_label  BYTEA,
  PRIMARY KEY (card_id, rma_id),
  FOREIGN KEY (card_id, claim_id) REFERENCES claim,
  CHECK ((sealed_label IS NULL) = (holder IS NULL))
);
CREATE UNIQUE INDEX rma_by_id ON rma (rma_id);
CREATE INDEX rma_of_claim ON rma (card_id, claim_id);
CREATE INDEX rma_open ON rma (expires_at) WHERE state = 'issued';

-- What carriers say of parcels with cards. scan_id is the carrier's or chosen by who passes it on; a
-- scan that comes again is the same one.
CREATE TABLE carrier_scan (
  card_id      BIGINT NOT NULL REFERENCES card,
  carrier      TEXT COLLATE "C" NOT NULL,
  scan_id      TEXT COLLATE "C" NOT NULL,
  seller       TEXT COLLATE "C" NOT NULL,
  kind         TEXT NOT NULL,
  cause        TEXT NOT NULL,
  at           BIGINT NOT NULL,
  recorded_at  BIGINT NOT NULL,
  PRIMARY KEY (card_id, carrier, scan_id)
);
CREATE TRIGGER carrier_scan_is_append_only BEFORE UPDATE OR DELETE ON carrier_scan
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
