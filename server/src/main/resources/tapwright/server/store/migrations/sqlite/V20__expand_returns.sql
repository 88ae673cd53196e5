-- Goods that come back. sealed_label: whose parcel it is and where it goes, as JSON under the key of
-- holder; absent where none was wanted.
CREATE TABLE rma (
  card_id       INTEGER NOT NULL REFERENCES card,
  rma_id        TEXT NOT NULL,         -- the number that the customer writes on the parcel
  claim_id      TEXT NOT NULL,
  seller        TEXT NOT NULL,
  version       INTEGER NOT NULL,
  state         TEXT NOT NULL,
  issued_at     INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  sent_at       INTEGER,
  received_at   INTEGER,
  tracking      TEXT NOT NULL,
  verdict       TEXT,
  notes         TEXT NOT NULL,         -- of who inspected it
  found         TEXT NOT NULL,         -- facts, as JSON
  disposition   TEXT,
  holder        TEXT REFERENCES holder,
  sealed_label  BLOB,
  PRIMARY KEY (card_id, rma_id),
  FOREIGN KEY (card_id, claim_id) REFERENCES claim,
  CHECK ((sealed_label IS NULL) = (holder IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX rma_by_id ON rma (rma_id);
CREATE INDEX rma_of_claim ON rma (card_id, claim_id);
CREATE INDEX rma_open ON rma (expires_at) WHERE state = 'issued';

-- What carriers say of parcels with cards. scan_id is the carrier's or chosen by who passes it on; a
-- scan that comes again is the same one.
CREATE TABLE carrier_scan (
  card_id      INTEGER NOT NULL REFERENCES card,
  carrier      TEXT NOT NULL,
  scan_id      TEXT NOT NULL,
  seller       TEXT NOT NULL,
  kind         TEXT NOT NULL,
  cause        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  recorded_at  INTEGER NOT NULL,
  PRIMARY KEY (card_id, carrier, scan_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER carrier_scan_is_never_changed BEFORE UPDATE ON carrier_scan
  BEGIN SELECT RAISE(ABORT, 'carrier_scan is append-only'); END;
CREATE TRIGGER carrier_scan_is_never_deleted BEFORE DELETE ON carrier_scan
  BEGIN SELECT RAISE(ABORT, 'carrier_scan is append-only'); END;
