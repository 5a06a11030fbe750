// name: upsert-memberships
// mode: write
// rows: one
// Adds memberships, or replaces those with the same id; organisation and network are there.
UNWIND $rows AS row
MATCH (o:Organisation {id: row.organisation})
USING INDEX SEEK o:Organisation(id)
MATCH (n:Network {id: row.network})
USING INDEX SEEK n:Network(id)
MERGE (o)-[m:MEMBER_OF {id: row.id}]->(n)
SET m = row {.id, .role, .contribution, .from, .to, .source, .updatedAt}, m.changedIn = $revision
RETURN count(*) AS n
