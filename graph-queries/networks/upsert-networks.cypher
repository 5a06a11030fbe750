// name: upsert-networks
// mode: write
// rows: one
// Adds networks, or replaces those with the same id.
UNWIND $rows AS row
MERGE (n:Network {id: row.id})
SET n = row, n.membersTotal = toInteger(row.membersTotal), n.changedIn = $revision
RETURN count(*) AS n
