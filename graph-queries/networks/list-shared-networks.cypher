// name: list-shared-networks
// mode: read
// rows: many
// Networks that both organisations belong to, by name.
MATCH (o:Organisation {id: $first})-[:MEMBER_OF]->(n)
USING INDEX SEEK o:Organisation(id)
WITH DISTINCT n WHERE EXISTS { (:Organisation {id: $second})-[:MEMBER_OF]->(n) }
RETURN
  n.id AS id, n.kind AS kind, n.name AS name, n.title AS title, n.programme AS programme, n.from AS from, n.to AS to,
  n.domains AS domains, n.membersTotal AS membersTotal, n.externalKey AS externalKey, n.source AS source,
  n.updatedAt AS updatedAt, n.nameKey AS nameKey
ORDER BY nameKey, id
LIMIT $limit
