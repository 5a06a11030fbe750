// name: list-neighbours
// mode: read
// rows: many
// Organisations one link or one shared network of at most networkSizeMax members away from any of these, without those already known.
UNWIND $ids AS start
MATCH (o:Organisation {id: start})
USING INDEX SEEK o:Organisation(id)
CALL (o) {
  MATCH (o)-[:SUPPLIES|COLLABORATES|OWNS|LICENSES]-(n)
  RETURN n
  UNION
  MATCH (o)-[:MEMBER_OF]->(shared)
  WHERE COUNT { MATCH (shared)<-[:MEMBER_OF]-(member) RETURN DISTINCT member } <= $networkSizeMax
  MATCH (shared)<-[:MEMBER_OF]-(n)
  RETURN n
}
WITH DISTINCT n WHERE NOT n.id IN $known
RETURN n.id AS id, n.name AS name, n.kind AS kind, n.country AS country, n.city AS city, n.nameKey AS nameKey
ORDER BY nameKey, id
LIMIT $limit
