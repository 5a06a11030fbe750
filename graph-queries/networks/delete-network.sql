-- name: delete-network
-- mode: write
-- rows: one
-- Deletes a network with its memberships.
DELETE FROM network WHERE id = :id
