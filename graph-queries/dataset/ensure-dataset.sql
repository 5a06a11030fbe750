-- name: ensure-dataset
-- mode: write
-- rows: one
-- The dataset at revision 0, where there is none yet; n is its schema version, raised to ours if it was older.
INSERT INTO dataset (id, revision, committedAt, schemaVersion) VALUES ('dataset', 0, :now, :schemaVersion)
ON CONFLICT (id) DO UPDATE SET schemaVersion = max(schemaVersion, excluded.schemaVersion)
RETURNING schemaVersion AS n
