-- name: list-input-output-tables
-- mode: read
-- rows: many
-- All input-output tables, newest first.
SELECT t.hash AS hash, t.importedAt AS importedAt, t.document AS document FROM inputOutputTable t ORDER BY t.importedAt DESC, t.hash
