// name: detach-listings
// mode: write
// rows: one
// Takes the versions that these rows are based on off the lists.
UNWIND $rows AS row
MATCH (r:Record)
USING INDEX SEEK r:Record(kind, id, version)
WHERE r.kind = row.kind AND r.id = row.id AND r.version = toInteger(row.basedOn)
SET r.listedAs = null
RETURN count(*) AS n
