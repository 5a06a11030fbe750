// name: stream-bare-memberships
// mode: read
// rows: many
// What a snapshot keeps of each membership, by id.
MATCH (o:Organisation)-[m:MEMBER_OF]->(n:Network)
RETURN
  m.id AS id, o.id AS organisation, n.id AS network
ORDER BY id
