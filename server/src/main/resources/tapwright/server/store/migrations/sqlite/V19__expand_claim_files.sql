-- What becomes of a claim after it was decided for the first time. The claim itself with its first
-- decision stays as it is in claim; its file says how it stands, and changes.

-- decision: the number of the engine's decision that counts, of which 1 is the claim's own. aside: of
-- one that was taken when more was known and differs; absent where none does. sealed_text: the
-- customer's words, under the key of holder, and unreadable once that key is gone. stated: what was
-- sent along with the claim, as JSON; absent for claims of before this version.
CREATE TABLE claim_file (
  card_id      INTEGER NOT NULL REFERENCES card,
  claim_id     TEXT NOT NULL,
  seller       TEXT NOT NULL,
  version      INTEGER NOT NULL,
  state        TEXT NOT NULL,
  outcome      TEXT NOT NULL,        -- that is in force
  outcome_by   TEXT NOT NULL,        -- engine, person, supervisor
  decision     INTEGER NOT NULL,
  aside        INTEGER,
  channel      TEXT NOT NULL,
  sender       TEXT NOT NULL,        -- how it was verified who sent it
  holder       TEXT REFERENCES holder,
  sealed_text  BLOB,
  stated       TEXT,
  changed_at   INTEGER NOT NULL,
  PRIMARY KEY (card_id, claim_id),
  FOREIGN KEY (card_id, claim_id) REFERENCES claim,
  CHECK ((sealed_text IS NULL) = (holder IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_file_by_state ON claim_file (seller, state, changed_at);
INSERT INTO claim_file (card_id, claim_id, seller, version, state, outcome, outcome_by, decision,
    channel, sender, changed_at)
  SELECT card_id, claim_id, seller, 1,
    CASE outcome WHEN 'needs-info' THEN 'waiting' WHEN 'review' THEN 'review' ELSE 'decided' END,
    outcome, 'engine', 1, 'api', 'unverified', decided_at FROM claim;

-- Decisions after the first, each as it was taken and stays.
CREATE TABLE claim_decision (
  card_id        INTEGER NOT NULL REFERENCES card,
  claim_id       TEXT NOT NULL,
  number         INTEGER NOT NULL,     -- from 2 on
  seller         TEXT NOT NULL,
  decided_at     INTEGER NOT NULL,
  pack           TEXT NOT NULL,
  pack_hash      TEXT NOT NULL,
  calendar_hash  TEXT NOT NULL,
  outcome        TEXT NOT NULL,
  facts          BLOB NOT NULL,
  decision       BLOB NOT NULL,
  shown          TEXT NOT NULL,
  explanation    TEXT NOT NULL,
  PRIMARY KEY (card_id, claim_id, number),
  FOREIGN KEY (card_id, claim_id) REFERENCES claim
) STRICT, WITHOUT ROWID;
CREATE TRIGGER claim_decision_is_never_changed BEFORE UPDATE ON claim_decision
  BEGIN SELECT RAISE(ABORT, 'claim_decision is append-only'); END;
CREATE TRIGGER claim_decision_is_never_deleted BEFORE DELETE ON claim_decision
  BEGIN SELECT RAISE(ABORT, 'claim_decision is append-only'); END;

-- What came after the claim: facts and kinds of evidence, as JSON.
CREATE TABLE claim_answer (
  card_id   INTEGER NOT NULL REFERENCES card,
  claim_id  TEXT NOT NULL,
  number    INTEGER NOT NULL,          -- from 1 on
  seller    TEXT NOT NULL,
  stated    TEXT NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (card_id, claim_id, number),
  FOREIGN KEY (card_id, claim_id) REFERENCES claim
) STRICT, WITHOUT ROWID;
CREATE TRIGGER claim_answer_is_never_changed BEFORE UPDATE ON claim_answer
  BEGIN SELECT RAISE(ABORT, 'claim_answer is append-only'); END;
CREATE TRIGGER claim_answer_is_never_deleted BEFORE DELETE ON claim_answer
  BEGIN SELECT RAISE(ABORT, 'claim_answer is append-only'); END;

-- Files that came with a claim. name and content are the customer's, so both are sealed under the
-- key of holder; the hash is of the content as it came.
CREATE TABLE claim_evidence (
  card_id         INTEGER NOT NULL REFERENCES card,
  claim_id        TEXT NOT NULL,
  evidence_id     TEXT NOT NULL,
  seller          TEXT NOT NULL,
  kind            TEXT NOT NULL,
  media_type      TEXT NOT NULL,
  size_bytes      INTEGER NOT NULL,
  sha256          BLOB NOT NULL,
  holder          TEXT NOT NULL REFERENCES holder,
  sealed_name     BLOB NOT NULL,
  sealed_content  BLOB NOT NULL,
  added_by        TEXT NOT NULL,
  added_at        INTEGER NOT NULL,
  PRIMARY KEY (card_id, claim_id, evidence_id),
  FOREIGN KEY (card_id, claim_id) REFERENCES claim
) STRICT, WITHOUT ROWID;
CREATE TRIGGER claim_evidence_is_never_changed BEFORE UPDATE ON claim_evidence
  BEGIN SELECT RAISE(ABORT, 'claim_evidence is append-only'); END;
CREATE TRIGGER claim_evidence_is_never_deleted BEFORE DELETE ON claim_evidence
  BEGIN SELECT RAISE(ABORT, 'claim_evidence is append-only'); END;

-- What follows of a claim and has to be done. step: the deadline that is met by it.
CREATE TABLE claim_task (
  card_id    INTEGER NOT NULL REFERENCES card,
  claim_id   TEXT NOT NULL,
  number     INTEGER NOT NULL,         -- from 1 on
  seller     TEXT NOT NULL,
  effect     TEXT NOT NULL,
  party      TEXT NOT NULL,
  step       TEXT,
  due_at     INTEGER,
  state      TEXT NOT NULL,            -- open, done, dropped
  ended_at   INTEGER,
  ended_by   TEXT NOT NULL,
  reference  TEXT NOT NULL,
  PRIMARY KEY (card_id, claim_id, number),
  FOREIGN KEY (card_id, claim_id) REFERENCES claim
) STRICT, WITHOUT ROWID;

-- When it was done; a notice that was not given by then is not given any more.
ALTER TABLE deadline ADD COLUMN met_at INTEGER;
CREATE INDEX deadline_missed ON deadline (seller, claim_id)
  WHERE notice = 'passed' AND told_at IS NOT NULL AND met_at IS NULL;
