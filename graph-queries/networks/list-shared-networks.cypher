// name: list-shared-networks
// mode: read
// rows: many
// Networks that both organisations belong to, by name.
MATCH (a:Organisation {id: $first})
USING INDEX SEEK a:Organisation(id)
MATCH (b:Organisation {id: $second})
USING INDEX SEEK b:Organisation(id)
MATCH (a)-[:MEMBER_OF]->(n)
WITH DISTINCT b, n WHERE EXISTS { (b)-[:MEMBER_OF]->(n) }
RETURN
  n.id AS id, n.kind AS kind, n.name AS name, n.title AS title, n.programme AS programme, n.from AS from, n.to AS to,
  n.domains AS domains, n.membersTotal AS membersTotal, n.externalKey AS externalKey, n.source AS source,
  n.updatedAt AS updatedAt, n.nameKey AS nameKey
ORDER BY nameKey, id
LIMIT $limit
