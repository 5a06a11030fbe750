// name: delete-link
// mode: write
// rows: one
// Deletes a link.
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
DELETE l
RETURN count(*) AS n
