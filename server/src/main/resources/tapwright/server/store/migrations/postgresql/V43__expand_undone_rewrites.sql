-- What a station was told and did not write counts against what it may be told next, however it ended.
CREATE INDEX rewrite_undone ON rewrite (seller, station, leased_until) WHERE state <> 'done';
