-- When an agent was last named, so that nobody has to look at all hits for agents that none names.

-- Days since 1970-01-01, UTC: the last of which a hit named the agent. Of those that are here already
-- it is not known, and no day is later than that of the last hit.
ALTER TABLE agent ADD COLUMN last_day BIGINT NOT NULL DEFAULT 0;
UPDATE agent SET last_day = (SELECT coalesce(max(day), 0) FROM usage_day);
CREATE INDEX agent_of_day ON agent (last_day);

-- Gives back an empty month of hits; answers whether it did. It is looked at once more when nobody
-- can write into it any more, for which the caller must be at READ COMMITTED: a statement then sees
-- what was stored before it began (manual of version 15, section 13.2.1). The table of all is locked
-- first, as by whoever writes hits. Hits that are on their way come first: whoever does not get the
-- lock soon leaves the month for another day.
--
-- Detached first: dropping a partition at once would look at the others too.
CREATE FUNCTION drop_empty_hit_month(month TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql SET lock_timeout = '200ms' AS $$
DECLARE
  has_hits BOOLEAN;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'isolation is %, allowed is read committed',
      current_setting('transaction_isolation') USING ERRCODE = 'invalid_transaction_state';
  END IF;
  LOCK TABLE ONLY hit IN ACCESS EXCLUSIVE MODE;
  EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', month);
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', month) INTO has_hits;
  IF NOT has_hits THEN
    EXECUTE format('ALTER TABLE hit DETACH PARTITION %I', month);
    EXECUTE format('DROP TABLE %I', month);
  END IF;
  RETURN NOT has_hits;
EXCEPTION WHEN lock_not_available THEN
  RETURN FALSE;
END $$;
