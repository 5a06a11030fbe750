// name: count-network-size
// mode: read
// rows: one
// How large the layers are: links at most, since pairs that share several networks count for each.
MATCH (n:Network)<-[:MEMBER_OF]-(o:Organisation)
WITH n, count(DISTINCT o) AS members
WHERE members <= $networkSizeMax
WITH sum(members * (members - 1) / 2) AS pairs
RETURN
  COUNT { (:Organisation) } AS organisations,
  COUNT { (:Organisation)-[:SUPPLIES]->() } AS supply,
  COUNT { (:Organisation)-[:COLLABORATES]->() } AS collaboration,
  COUNT { (:Organisation)-[:MEMBER_OF]->() } AS memberships,
  pairs AS coMembership
