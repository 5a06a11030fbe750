// name: delete-organisation
// mode: write
// rows: one
// Deletes an organisation with its links, memberships and identifiers; results of runs stay.
MATCH (o:Organisation {id: $id})
USING INDEX SEEK o:Organisation(id)
OPTIONAL MATCH (o)-[:IDENTIFIED_BY]->(i) WHERE COUNT { (i)<-[:IDENTIFIED_BY]-() } = 1
WITH o, collect(i) AS identifiers
DETACH DELETE o
FOREACH (i IN identifiers | DELETE i)
RETURN count(*) AS n
