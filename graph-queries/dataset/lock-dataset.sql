-- name: lock-dataset
-- mode: write
-- rows: one
-- The revision, held still until the transaction ends: by a lock in Neo4j, by the read snapshot in SQLite.
SELECT d.revision AS number, d.committedAt AS committedAt, d.identity AS dataset FROM dataset d WHERE d.id = 'dataset'
