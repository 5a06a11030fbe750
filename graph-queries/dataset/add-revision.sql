-- name: add-revision
-- mode: write
-- rows: one
-- Notes when a revision was committed, so that it is known again later.
INSERT INTO revision (number, committedAt) VALUES (:number, :now)
