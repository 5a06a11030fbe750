// name: raise-revision
// mode: write
// rows: one
// Raises the revision; the first statement of every write, so that its lock keeps other writers waiting.
MATCH (d:Dataset {id: 'dataset'})
SET d.revision = d.revision + 1, d.committedAt = $now
RETURN d.revision AS number
