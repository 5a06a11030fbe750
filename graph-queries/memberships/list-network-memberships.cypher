// name: list-network-memberships
// mode: read
// rows: many
// A page of the memberships of one network, by id.
MATCH (n:Network {id: $network})<-[m:MEMBER_OF]-(o)
USING INDEX SEEK n:Network(id)
WHERE m.id > $afterId
RETURN
  m.id AS id, o.id AS organisation, n.id AS network, m.role AS role, m.contribution AS contribution, m.from AS from,
  m.to AS to, m.source AS source, m.updatedAt AS updatedAt
ORDER BY id
LIMIT $limit
