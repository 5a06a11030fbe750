// name: count-dataset
// mode: read
// rows: one
// How much the store holds.
RETURN
  COUNT { (:Organisation) } AS organisations,
  COUNT { (:Organisation)-[:SUPPLIES|COLLABORATES|OWNS|LICENSES]->() } AS links,
  COUNT { (:Network) } AS networks,
  COUNT { (:Organisation)-[:MEMBER_OF]->() } AS memberships
