-- The version of the file that granted was written with. Where it is not the file's own, a node of an
-- earlier version has changed the file since, which knows nothing of money: then the decision or the
-- ruling itself says how much. Absent in all files that such nodes may have changed before.
ALTER TABLE claim_file ADD COLUMN granted_version BIGINT;
