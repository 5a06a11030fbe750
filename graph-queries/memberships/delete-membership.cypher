// name: delete-membership
// mode: write
// rows: one
// Deletes a membership.
MATCH (:Organisation)-[m:MEMBER_OF {id: $id}]->(:Network)
DELETE m
RETURN count(*) AS n
