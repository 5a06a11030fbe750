// name: add-records
// mode: write
// rows: one
// Adds a version of each of these records.
UNWIND $rows AS row
CREATE (r:Record)
SET r.kind = row.kind, r.id = row.id, r.version = toInteger(row.version), r.savedAt = row.savedAt, r.subjects = row.subjects,
  r.document = row.document, r.listedAs = row.listedAs
RETURN count(*) AS n
