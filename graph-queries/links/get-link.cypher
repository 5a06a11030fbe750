// name: get-link
// mode: read
// rows: maybe
// One link.
CALL () {
  MATCH (s:Organisation)-[l:SUPPLIES {id: $id}]->(t:Organisation)
  USING INDEX SEEK l:SUPPLIES(id)
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:COLLABORATES {id: $id}]->(t:Organisation)
  USING INDEX SEEK l:COLLABORATES(id)
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:OWNS {id: $id}]->(t:Organisation)
  USING INDEX SEEK l:OWNS(id)
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:LICENSES {id: $id}]->(t:Organisation)
  USING INDEX SEEK l:LICENSES(id)
  RETURN s, l, t
}
RETURN
  l.id AS id, type(l) AS kind, s.id AS source, t.id AS target, l.weight AS weight, l.product AS product,
  l.sector AS sector, l.from AS from, l.to AS to, l.evidence AS evidence, l.confidence AS confidence,
  l.dataSource AS dataSource, l.updatedAt AS updatedAt
