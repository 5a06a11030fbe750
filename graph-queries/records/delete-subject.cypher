// name: delete-subject
// mode: write
// rows: one
// Forgets a subject that no record is about any more.
MATCH (s:RecordSubject {key: $subject})
USING INDEX SEEK s:RecordSubject(key)
WHERE NOT EXISTS { (s)<-[:ABOUT]-() }
DELETE s
RETURN count(*) AS n
