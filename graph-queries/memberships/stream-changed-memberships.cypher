// name: stream-changed-memberships
// mode: read
// rows: many
// What a snapshot keeps of each membership written after a revision, by id.
MATCH (o:Organisation)-[m:MEMBER_OF]->(n:Network)
USING INDEX SEEK m:MEMBER_OF(changedIn)
WHERE m.changedIn > $since
RETURN
  m.id AS id, o.id AS organisation, n.id AS network
ORDER BY id
