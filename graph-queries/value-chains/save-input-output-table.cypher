// name: save-input-output-table
// mode: write
// rows: one
// Notes an input-output table that is kept beside the store.
UNWIND $rows AS row
CREATE (t:InputOutputTable)
SET t.hash = row.hash, t.importedAt = row.importedAt, t.document = row.document
RETURN count(*) AS n
