// name: list-organisation-memberships
// mode: read
// rows: many
// A page of the memberships of one organisation, in one network or in all, by id.
MATCH (o:Organisation {id: $organisation})-[m:MEMBER_OF]->(n)
USING INDEX SEEK o:Organisation(id)
WHERE m.id > $afterId AND ($network IS NULL OR n.id = $network)
RETURN
  m.id AS id, o.id AS organisation, n.id AS network, m.role AS role, m.contribution AS contribution, m.from AS from,
  m.to AS to, m.source AS source, m.updatedAt AS updatedAt
ORDER BY id
LIMIT $limit
