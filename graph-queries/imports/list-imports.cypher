// name: list-imports
// mode: read
// rows: many
// A page of import reports, newest first.
MATCH (i:Import)
WHERE i.startedAt < $beforeTime OR (i.startedAt = $beforeTime AND i.id > $afterId)
RETURN i.id AS id, i.startedAt AS startedAt, i.report AS report
ORDER BY startedAt DESC, id
LIMIT $limit
