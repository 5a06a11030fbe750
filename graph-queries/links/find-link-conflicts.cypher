// name: find-link-conflicts
// mode: read
// rows: many
// Ids among these rows that belong to a link of another kind or between other organisations.
UNWIND $rows AS row
CALL (row) {
  MATCH (s:Organisation)-[l:SUPPLIES {id: row.id}]->(t:Organisation)
  USING INDEX SEEK l:SUPPLIES(id)
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:COLLABORATES {id: row.id}]->(t:Organisation)
  USING INDEX SEEK l:COLLABORATES(id)
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:OWNS {id: row.id}]->(t:Organisation)
  USING INDEX SEEK l:OWNS(id)
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:LICENSES {id: row.id}]->(t:Organisation)
  USING INDEX SEEK l:LICENSES(id)
  RETURN s, l, t
}
WITH row, s, l, t WHERE type(l) <> row.kind OR s.id <> row.source OR t.id <> row.target
RETURN row.id AS id
