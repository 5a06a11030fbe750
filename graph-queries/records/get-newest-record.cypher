// name: get-newest-record
// mode: read
// rows: maybe
// The newest version of a record.
MATCH (r:Record)
USING INDEX SEEK r:Record(kind, id, version)
WHERE r.kind = $kind AND r.id = $id AND r.version > 0
RETURN r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
ORDER BY version DESC
LIMIT 1
