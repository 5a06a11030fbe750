// name: list-subject-records
// mode: read
// rows: many
// A page of the records of a kind about one subject, the last saved first.
MATCH (s:RecordSubject {key: $subject})<-[:ABOUT]-(r:Record)
USING INDEX SEEK s:RecordSubject(key)
WHERE r.listedAs = $kind AND (r.savedAt < $beforeTime OR (r.savedAt = $beforeTime AND r.id > $afterId))
RETURN r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
ORDER BY savedAt DESC, id
LIMIT $limit
