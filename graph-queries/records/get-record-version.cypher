// name: get-record-version
// mode: read
// rows: maybe
// One version of a record.
MATCH (r:Record)
USING INDEX SEEK r:Record(kind, id, version)
WHERE r.kind = $kind AND r.id = $id AND r.version = $version
RETURN r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
