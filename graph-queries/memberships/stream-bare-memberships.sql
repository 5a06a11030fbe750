-- name: stream-bare-memberships
-- mode: read
-- rows: many
-- What a snapshot keeps of each membership, by id.
SELECT
  m.id AS id, o.id AS organisation, n.id AS network
FROM membership m
JOIN organisation o ON o.rid = m.organisation
JOIN network n ON n.rid = m.network
ORDER BY m.id
