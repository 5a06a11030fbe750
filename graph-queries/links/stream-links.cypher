// name: stream-links
// mode: read
// rows: many
// All links by id.
MATCH (s:Organisation)-[l:SUPPLIES|COLLABORATES|OWNS|LICENSES]->(t:Organisation)
RETURN
  l.id AS id, type(l) AS kind, s.id AS source, t.id AS target, l.weight AS weight, l.product AS product,
  l.sector AS sector, l.from AS from, l.to AS to, l.evidence AS evidence, l.confidence AS confidence,
  l.dataSource AS dataSource, l.updatedAt AS updatedAt
ORDER BY id
