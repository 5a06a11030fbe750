-- name: get-input-output-table
-- mode: read
-- rows: maybe
-- One input-output table.
SELECT t.hash AS hash, t.importedAt AS importedAt, t.document AS document FROM inputOutputTable t WHERE t.hash = :hash
