-- name: list-subject-records
-- mode: read
-- rows: many
-- A page of the records of a kind about one subject, the last saved first.
SELECT r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
FROM recordSubject s
-- CROSS JOIN keeps the order: from the subject to its records.
CROSS JOIN record r ON r.kind = s.kind AND r.id = s.id AND r.version = s.version
WHERE s.subject = :subject AND s.kind = :kind
  AND r.listedAs = :kind AND (r.savedAt < :beforeTime OR (r.savedAt = :beforeTime AND r.id > :afterId))
ORDER BY r.savedAt DESC, r.id
LIMIT :limit
