// name: find-newest-versions
// mode: read
// rows: many
// The newest version of each of these records that has one; a record that is not listed was deleted.
UNWIND $rows AS row
MATCH (r:Record)
USING INDEX SEEK r:Record(kind, id, version)
WHERE r.kind = row.kind AND r.id = row.id AND r.version > 0
RETURN r.kind AS kind, r.id AS id, max(r.version) AS version, count(r.listedAs) > 0 AS isListed
