// name: list-links
// mode: read
// rows: many
// A page of all links of a kind, or of every kind, by id.
MATCH (s:Organisation)-[l:SUPPLIES|COLLABORATES|OWNS|LICENSES]->(t:Organisation)
WHERE l.id > $afterId AND ($kind IS NULL OR type(l) = $kind)
RETURN
  l.id AS id, type(l) AS kind, s.id AS source, t.id AS target, l.weight AS weight, l.product AS product,
  l.sector AS sector, l.from AS from, l.to AS to, l.evidence AS evidence, l.confidence AS confidence,
  l.dataSource AS dataSource, l.updatedAt AS updatedAt
ORDER BY id
LIMIT $limit
