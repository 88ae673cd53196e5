-- Which keys the record was made with, so that no server works on it with others: a value that only
-- who has the keys can compute, and that tells nothing of them. Of the record as a whole: of no
-- seller and no card.
CREATE TABLE key_check (
  name        TEXT PRIMARY KEY,
  value       BLOB NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
