// name: get-membership
// mode: read
// rows: maybe
// One membership.
MATCH (o:Organisation)-[m:MEMBER_OF {id: $id}]->(n:Network)
USING INDEX SEEK m:MEMBER_OF(id)
RETURN
  m.id AS id, o.id AS organisation, n.id AS network, m.role AS role, m.contribution AS contribution, m.from AS from,
  m.to AS to, m.source AS source, m.updatedAt AS updatedAt
