-- name: delete-organisation
-- mode: write
-- rows: one
-- Deletes an organisation with its links, memberships and identifiers; results of runs stay.
DELETE FROM organisation WHERE id = :id
