-- name: find-newest-versions
-- mode: read
-- rows: many
-- The newest version of each of these records that has one; a record that is not listed was deleted.
SELECT e.kind AS kind, e.id AS id, max(e.version) AS version, count(e.listedAs) > 0 AS isListed
FROM json_each(:rows) r
JOIN record e ON e.kind = r.value ->> 'kind' AND e.id = r.value ->> 'id'
GROUP BY e.kind, e.id
