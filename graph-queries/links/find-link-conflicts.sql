-- name: find-link-conflicts
-- mode: read
-- rows: many
-- Ids among these rows that belong to a link of another kind or between other organisations.
SELECT l.id AS id
FROM json_each(:rows) r
JOIN link l ON l.id = r.value ->> 'id'
JOIN organisation s ON s.rid = l.source
JOIN organisation t ON t.rid = l.target
WHERE l.kind <> r.value ->> 'kind' OR s.id <> r.value ->> 'source' OR t.id <> r.value ->> 'target'
