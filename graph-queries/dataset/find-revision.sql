-- name: find-revision
-- mode: read
-- rows: maybe
-- When a revision was committed, where this is known.
SELECT r.committedAt AS committedAt FROM revision r WHERE r.number = :number
