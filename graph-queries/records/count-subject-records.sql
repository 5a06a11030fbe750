-- name: count-subject-records
-- mode: read
-- rows: one
-- How many records of a kind there are about one subject.
SELECT count(*) AS n
FROM recordSubject s
CROSS JOIN record r ON r.kind = s.kind AND r.id = s.id AND r.version = s.version
WHERE s.subject = :subject AND s.kind = :kind AND r.listedAs = :kind
