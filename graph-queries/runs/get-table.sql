-- name: get-table
-- mode: read
-- rows: maybe
-- One table of a run.
SELECT t.content AS content FROM runTable t WHERE t.run = :run AND t.name = :name
