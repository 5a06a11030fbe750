-- name: delete-link
-- mode: write
-- rows: one
-- Deletes a link.
DELETE FROM link WHERE id = :id
