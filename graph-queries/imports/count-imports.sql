-- name: count-imports
-- mode: read
-- rows: one
-- How many imports there were.
SELECT count(*) AS n FROM import
