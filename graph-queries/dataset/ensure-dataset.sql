-- name: ensure-dataset
-- mode: write
-- rows: one
-- The dataset at revision 0, where there is none yet; n is its schema version, raised to ours if it was older. One made before datasets had an identity is given one.
INSERT INTO dataset (id, revision, committedAt, schemaVersion, identity) VALUES ('dataset', 0, :now, :schemaVersion, :identity)
ON CONFLICT (id) DO UPDATE SET identity = coalesce(identity, excluded.identity), schemaVersion = max(schemaVersion, excluded.schemaVersion)
RETURNING schemaVersion AS n
