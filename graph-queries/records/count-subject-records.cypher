// name: count-subject-records
// mode: read
// rows: one
// How many records of a kind there are about one subject.
MATCH (s:RecordSubject {key: $subject})<-[:ABOUT]-(r:Record)
USING INDEX SEEK s:RecordSubject(key)
WHERE r.listedAs = $kind
RETURN count(*) AS n
