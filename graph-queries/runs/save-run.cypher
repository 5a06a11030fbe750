// name: save-run
// mode: write
// rows: one
// Adds a run or replaces it, unless it is completed: n is 0 then.
UNWIND $rows AS row
MERGE (r:Run {id: row.id})
SET r.id = row.id
WITH r, row WHERE r.status IS NULL OR r.status <> 'completed'
SET r = row, r.revision = toInteger(row.revision)
RETURN count(*) AS n
