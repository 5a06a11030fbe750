// name: delete-subject-records
// mode: write
// rows: one
// Takes out every version of the records of a kind about one subject.
MATCH (s:RecordSubject {key: $subject})<-[:ABOUT]-(r:Record)
USING INDEX SEEK s:RecordSubject(key)
WHERE r.kind = $kind
DETACH DELETE r
RETURN count(*) AS n
