-- name: stream-deletions
-- mode: read
-- rows: many
-- What was deleted after a revision.
SELECT d.kind AS kind, d.id AS id
FROM deletion d INDEXED BY deletionRevision
WHERE d.revision > :since
ORDER BY d.revision, d.kind, d.id
