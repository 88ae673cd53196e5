-- What the word in force on a claim says of money, as decisions spell it: 49.00 INR. Absent where it
-- says nothing, which is no money or all of it, as the outcome has it.
ALTER TABLE claim_file ADD COLUMN granted TEXT;
UPDATE claim_file SET granted = (SELECT json_extract(claim.shown, '$.amount') FROM claim
    WHERE claim.card_id = claim_file.card_id AND claim.claim_id = claim_file.claim_id)
  WHERE outcome_by = 'engine' AND decision = 1;
UPDATE claim_file SET granted = (SELECT json_extract(later.shown, '$.amount') FROM claim_decision AS later
    WHERE later.card_id = claim_file.card_id AND later.claim_id = claim_file.claim_id
      AND later.number = claim_file.decision)
  WHERE outcome_by = 'engine' AND decision > 1;
UPDATE claim_file SET granted = (SELECT json_extract(word.detail, '$.amount') FROM trail AS word
    WHERE word.area = 'claim' AND word.subject_id = claim_file.claim_id
      AND word.kind IN ('ruled', 'overridden') ORDER BY word.number DESC LIMIT 1)
  WHERE outcome_by <> 'engine';

-- carry_at: when the server carries the task out by itself; absent for what is left to people.
-- carry_tries: how often it has begun.
ALTER TABLE claim_task ADD COLUMN carry_at INTEGER;
ALTER TABLE claim_task ADD COLUMN carry_tries INTEGER;
CREATE INDEX claim_task_carried ON claim_task (carry_at) WHERE carry_at IS NOT NULL;
