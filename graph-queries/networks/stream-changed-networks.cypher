// name: stream-changed-networks
// mode: read
// rows: many
// What a snapshot keeps of each network written after a revision, by id.
MATCH (n:Network)
USING INDEX SEEK n:Network(changedIn)
WHERE n.changedIn > $since
RETURN
  n.id AS id, n.membersTotal AS membersTotal, n.domains AS domains
ORDER BY id
