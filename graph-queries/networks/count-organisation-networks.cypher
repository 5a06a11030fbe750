// name: count-organisation-networks
// mode: read
// rows: one
// How many networks of one organisation pass the filter.
MATCH (o:Organisation {id: $organisation})-[:MEMBER_OF]->(n)
USING INDEX SEEK o:Organisation(id)
WITH DISTINCT n
WHERE ($kind IS NULL OR n.kind = $kind)
  AND ($domain IS NULL OR $domain IN n.domains)
  AND ($programme IS NULL OR n.programme = $programme)
  AND n.nameKey STARTS WITH $namePrefix
RETURN count(*) AS n
