-- name: count-records
-- mode: read
-- rows: one
-- How many records of a kind there are.
SELECT count(*) AS n FROM record r WHERE r.listedAs = :kind
