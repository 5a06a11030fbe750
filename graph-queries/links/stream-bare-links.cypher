// name: stream-bare-links
// mode: read
// rows: many
// What a snapshot keeps of each link, by id.
MATCH (s:Organisation)-[l:SUPPLIES|COLLABORATES|OWNS|LICENSES]->(t:Organisation)
RETURN
  l.id AS id, type(l) AS kind, s.id AS source, t.id AS target, l.weight AS weight
ORDER BY id
