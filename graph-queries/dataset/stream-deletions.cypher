// name: stream-deletions
// mode: read
// rows: many
// What was deleted after a revision.
MATCH (d:Deletion)
USING INDEX SEEK d:Deletion(revision)
WHERE d.revision > $since
RETURN d.kind AS kind, d.id AS id
ORDER BY d.revision, kind, id
