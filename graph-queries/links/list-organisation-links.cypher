// name: list-organisation-links
// mode: read
// rows: many
// A page of the links at one organisation, by id.
MATCH (o:Organisation {id: $organisation})-[l:SUPPLIES|COLLABORATES|OWNS|LICENSES]-()
USING INDEX SEEK o:Organisation(id)
WITH DISTINCT l, startNode(l) AS s, endNode(l) AS t
WHERE l.id > $afterId AND ($kind IS NULL OR type(l) = $kind) AND ($source IS NULL OR s.id = $source) AND ($target IS NULL OR t.id = $target)
RETURN
  l.id AS id, type(l) AS kind, s.id AS source, t.id AS target, l.weight AS weight, l.product AS product,
  l.sector AS sector, l.from AS from, l.to AS to, l.evidence AS evidence, l.confidence AS confidence,
  l.dataSource AS dataSource, l.updatedAt AS updatedAt
ORDER BY id
LIMIT $limit
