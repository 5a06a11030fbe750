// name: stream-changed-links
// mode: read
// rows: many
// What a snapshot keeps of each link written after a revision, by id.
CALL () {
  MATCH (s:Organisation)-[l:SUPPLIES]->(t:Organisation)
  USING INDEX SEEK l:SUPPLIES(changedIn)
  WHERE l.changedIn > $since
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:COLLABORATES]->(t:Organisation)
  USING INDEX SEEK l:COLLABORATES(changedIn)
  WHERE l.changedIn > $since
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:OWNS]->(t:Organisation)
  USING INDEX SEEK l:OWNS(changedIn)
  WHERE l.changedIn > $since
  RETURN s, l, t
  UNION ALL
  MATCH (s:Organisation)-[l:LICENSES]->(t:Organisation)
  USING INDEX SEEK l:LICENSES(changedIn)
  WHERE l.changedIn > $since
  RETURN s, l, t
}
RETURN
  l.id AS id, type(l) AS kind, s.id AS source, t.id AS target, l.weight AS weight
ORDER BY id
