-- name: get-newest-record
-- mode: read
-- rows: maybe
-- The newest version of a record.
SELECT r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
FROM record r
WHERE r.kind = :kind AND r.id = :id
ORDER BY r.version DESC
LIMIT 1
