-- name: stream-changed-networks
-- mode: read
-- rows: many
-- What a snapshot keeps of each network written after a revision, by id.
SELECT
  n.id AS id, n.membersTotal AS membersTotal, n.domains AS domains
FROM network n INDEXED BY networkChange
WHERE n.changedIn > :since
ORDER BY n.id
