// name: count-organisation-memberships
// mode: read
// rows: one
// How many memberships one organisation has, in one network or in all.
MATCH (o:Organisation {id: $organisation})-[m:MEMBER_OF]->(n)
USING INDEX SEEK o:Organisation(id)
WHERE ($network IS NULL OR n.id = $network)
RETURN count(*) AS n
