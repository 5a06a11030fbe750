// name: count-records
// mode: read
// rows: one
// How many records of a kind there are.
MATCH (r:Record)
USING INDEX SEEK r:Record(listedAs, savedAt)
WHERE r.listedAs = $kind AND r.savedAt > ''
RETURN count(*) AS n
