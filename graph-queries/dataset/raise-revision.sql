-- name: raise-revision
-- mode: write
-- rows: one
-- Raises the revision; the first statement of every write, so that its lock keeps other writers waiting.
UPDATE dataset SET revision = revision + 1, committedAt = :now WHERE id = 'dataset'
RETURNING revision AS number
