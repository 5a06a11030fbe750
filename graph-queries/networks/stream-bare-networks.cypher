// name: stream-bare-networks
// mode: read
// rows: many
// What a snapshot keeps of each network, by id.
MATCH (n:Network)
RETURN
  n.id AS id, n.membersTotal AS membersTotal, n.domains AS domains
ORDER BY id
