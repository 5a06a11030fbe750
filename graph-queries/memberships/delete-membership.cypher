// name: delete-membership
// mode: write
// rows: one
// Deletes a membership.
MATCH (:Organisation)-[m:MEMBER_OF {id: $id}]->(:Network)
USING INDEX SEEK m:MEMBER_OF(id)
DELETE m
RETURN count(*) AS n
