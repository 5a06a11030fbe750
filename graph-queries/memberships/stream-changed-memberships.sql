-- name: stream-changed-memberships
-- mode: read
-- rows: many
-- What a snapshot keeps of each membership written after a revision, by id.
SELECT
  m.id AS id, o.id AS organisation, n.id AS network
FROM membership m INDEXED BY membershipChange
JOIN organisation o ON o.rid = m.organisation
JOIN network n ON n.rid = m.network
WHERE m.changedIn > :since
ORDER BY m.id
