-- name: count-links
-- mode: read
-- rows: one
-- How many links of a kind, or of every kind, there are.
SELECT count(*) AS n FROM link l WHERE :kind IS NULL OR l.kind = :kind
