-- Lists are read part by part, each from where the one before ended.
CREATE INDEX purchase_placed ON purchase (seller, placed_at, order_id);
CREATE INDEX encode_job_of_seller ON encode_job (seller, created_at, job_id);
CREATE INDEX claim_file_waiting ON claim_file (seller, changed_at, claim_id);
CREATE INDEX rma_of_seller ON rma (seller, issued_at, rma_id);
