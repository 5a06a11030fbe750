-- name: get-revision
-- mode: read
-- rows: one
-- The last committed revision.
SELECT d.revision AS number, d.committedAt AS committedAt, d.identity AS dataset FROM dataset d WHERE d.id = 'dataset'
