// name: lock-dataset
// mode: write
// rows: one
// The revision, held still until the transaction ends: by a lock in Neo4j, by the read snapshot in SQLite.
MATCH (d:Dataset {id: 'dataset'})
SET d.id = d.id
RETURN d.revision AS number, d.committedAt AS committedAt, d.identity AS dataset
