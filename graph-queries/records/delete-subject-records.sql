-- name: delete-subject-records
-- mode: write
-- rows: one
-- Takes out every version of the records of a kind about one subject.
DELETE FROM record
WHERE (kind, id, version) IN (SELECT s.kind, s.id, s.version FROM recordSubject s WHERE s.subject = :subject AND s.kind = :kind)
