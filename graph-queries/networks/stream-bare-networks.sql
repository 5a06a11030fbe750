-- name: stream-bare-networks
-- mode: read
-- rows: many
-- What a snapshot keeps of each network, by id.
SELECT
  n.id AS id, n.membersTotal AS membersTotal, n.domains AS domains
FROM network n
ORDER BY n.id
