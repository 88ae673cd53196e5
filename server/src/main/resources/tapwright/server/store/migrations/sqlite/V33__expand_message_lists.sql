-- What came to its end is cleared by its age; what is dead is counted, and what has waited longest is
-- looked for every few seconds.
CREATE INDEX delivery_ended ON delivery (state, changed_at);
CREATE INDEX delivery_waits ON delivery (webhook_id, created_at) WHERE state = 'waiting';
CREATE INDEX mail_ended ON mail (state, changed_at);
CREATE INDEX mail_waits ON mail (created_at) WHERE state IN ('waiting', 'begun');
