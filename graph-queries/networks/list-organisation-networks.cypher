// name: list-organisation-networks
// mode: read
// rows: many
// A page of the networks of one organisation that pass the filter, by name.
MATCH (o:Organisation {id: $organisation})-[:MEMBER_OF]->(n)
USING INDEX SEEK o:Organisation(id)
WITH DISTINCT n
WHERE n.nameKey >= $afterKey AND (n.nameKey > $afterKey OR n.id > $afterId)
  AND ($kind IS NULL OR n.kind = $kind)
  AND ($domain IS NULL OR $domain IN n.domains)
  AND ($programme IS NULL OR n.programme = $programme)
  AND n.nameKey STARTS WITH $namePrefix
RETURN
  n.id AS id, n.kind AS kind, n.name AS name, n.title AS title, n.programme AS programme, n.from AS from, n.to AS to,
  n.domains AS domains, n.membersTotal AS membersTotal, n.externalKey AS externalKey, n.source AS source,
  n.updatedAt AS updatedAt, n.nameKey AS nameKey
ORDER BY nameKey, id
LIMIT $limit
