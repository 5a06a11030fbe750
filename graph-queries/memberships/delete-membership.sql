-- name: delete-membership
-- mode: write
-- rows: one
-- Deletes a membership.
DELETE FROM membership WHERE id = :id
