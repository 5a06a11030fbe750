// name: ensure-dataset
// mode: write
// rows: one
// The dataset at revision 0, where there is none yet; n is its schema version, raised to ours if it was older. One made before datasets had an identity is given one.
MERGE (d:Dataset {id: 'dataset'})
ON CREATE SET d.revision = 0, d.committedAt = $now, d.schemaVersion = $schemaVersion
ON MATCH SET d.schemaVersion = CASE WHEN d.schemaVersion < $schemaVersion THEN $schemaVersion ELSE d.schemaVersion END
SET d.identity = coalesce(d.identity, $identity)
RETURN d.schemaVersion AS n
