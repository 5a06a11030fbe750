-- name: count-runs
-- mode: read
-- rows: one
-- How many runs there are.
SELECT count(*) AS n FROM run
