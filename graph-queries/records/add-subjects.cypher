// name: add-subjects
// mode: write
// rows: one
// Notes what these versions of records are about; it need not be in the store.
UNWIND $rows AS row
MATCH (r:Record)
USING INDEX SEEK r:Record(kind, id, version)
WHERE r.kind = row.kind AND r.id = row.id AND r.version = toInteger(row.version)
UNWIND row.subjects AS subject
MERGE (s:RecordSubject {key: subject})
MERGE (r)-[:ABOUT]->(s)
RETURN count(*) AS n
