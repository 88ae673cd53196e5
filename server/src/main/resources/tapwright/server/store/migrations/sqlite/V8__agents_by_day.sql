-- When an agent was last named, so that nobody has to look at all hits for agents that none names.

-- Days since 1970-01-01, UTC: the last of which a hit named the agent. Of those that are here already
-- it is not known, and no day is later than that of the last hit.
ALTER TABLE agent ADD COLUMN last_day INTEGER NOT NULL DEFAULT 0;
UPDATE agent SET last_day = (SELECT coalesce(max(day), 0) FROM usage_day);
CREATE INDEX agent_of_day ON agent (last_day);
