-- name: delete-input-output-table
-- mode: write
-- rows: one
-- Takes an input-output table out.
DELETE FROM inputOutputTable WHERE hash = :hash
