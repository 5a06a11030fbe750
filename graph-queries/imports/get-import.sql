-- name: get-import
-- mode: read
-- rows: maybe
-- The report of one import.
SELECT i.report AS report FROM import i WHERE i.id = :id
