-- name: ping-store
-- mode: read
-- rows: one
-- Answers if the store does.
SELECT 1 AS answer
