-- name: list-imports
-- mode: read
-- rows: many
-- A page of import reports, newest first.
SELECT i.id AS id, i.startedAt AS startedAt, i.report AS report
FROM import i
WHERE i.startedAt < :beforeTime OR (i.startedAt = :beforeTime AND i.id > :afterId)
ORDER BY i.startedAt DESC, i.id
LIMIT :limit
