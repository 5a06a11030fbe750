// name: delete-network
// mode: write
// rows: one
// Deletes a network with its memberships.
MATCH (n:Network {id: $id})
USING INDEX SEEK n:Network(id)
DETACH DELETE n
RETURN count(*) AS n
