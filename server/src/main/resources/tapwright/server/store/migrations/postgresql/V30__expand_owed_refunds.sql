-- The event of a subscription that said that the money is owed back, as its id, a slash and the entry's
-- number in its trail; empty where none did. How much it said is in that entry.
ALTER TABLE refund ADD COLUMN owed_by TEXT NOT NULL DEFAULT '';
CREATE INDEX refund_owed_by ON refund (seller, owed_by) WHERE owed_by <> '';
