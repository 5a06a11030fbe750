// name: count-network-memberships
// mode: read
// rows: one
// How many memberships one network has.
MATCH (n:Network {id: $network})<-[m:MEMBER_OF]-(o)
USING INDEX SEEK n:Network(id)
RETURN count(*) AS n
