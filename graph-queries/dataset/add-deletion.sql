-- name: add-deletion
-- mode: write
-- rows: one
-- Notes what was deleted in a revision; what went with it is not noted.
INSERT INTO deletion (revision, kind, id) VALUES (:revision, :kind, :id)
