// name: find-membership-conflicts
// mode: read
// rows: many
// Ids among these rows that belong to a membership of another organisation or network.
UNWIND $rows AS row
MATCH (o:Organisation)-[m:MEMBER_OF {id: row.id}]->(n:Network)
USING INDEX SEEK m:MEMBER_OF(id)
WHERE o.id <> row.organisation OR n.id <> row.network
RETURN row.id AS id
