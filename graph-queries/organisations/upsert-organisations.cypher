// name: upsert-organisations
// mode: write
// rows: one
// Adds organisations, or replaces those with the same id.
UNWIND $rows AS row
MERGE (o:Organisation {id: row.id})
SET o = row, o.changedIn = $revision
RETURN count(*) AS n
