// name: save-import
// mode: write
// rows: one
// Saves the report of an import.
UNWIND $rows AS row
MERGE (i:Import {id: row.id})
SET i = row
RETURN count(*) AS n
