// name: list-records
// mode: read
// rows: many
// A page of the records of a kind, the last saved first.
MATCH (r:Record)
USING INDEX SEEK r:Record(listedAs, savedAt)
WHERE r.listedAs = $kind AND r.savedAt <= $beforeTime AND (r.savedAt < $beforeTime OR r.id > $afterId)
RETURN r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
ORDER BY savedAt DESC, id
LIMIT $limit
