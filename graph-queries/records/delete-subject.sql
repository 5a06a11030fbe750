-- name: delete-subject
-- mode: write
-- rows: one
-- Forgets a subject that no record is about any more.
DELETE FROM recordSubject
WHERE subject = :subject AND NOT EXISTS (
  SELECT 1 FROM record r WHERE r.kind = recordSubject.kind AND r.id = recordSubject.id AND r.version = recordSubject.version
)
