-- name: list-record-versions
-- mode: read
-- rows: many
-- Every version of a record, oldest first.
SELECT r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
FROM record r
WHERE r.kind = :kind AND r.id = :id
ORDER BY r.version
