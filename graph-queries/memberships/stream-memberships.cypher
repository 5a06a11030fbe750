// name: stream-memberships
// mode: read
// rows: many
// All memberships by id.
MATCH (o:Organisation)-[m:MEMBER_OF]->(n:Network)
RETURN
  m.id AS id, o.id AS organisation, n.id AS network, m.role AS role, m.contribution AS contribution, m.from AS from,
  m.to AS to, m.source AS source, m.updatedAt AS updatedAt
ORDER BY id
