-- name: find-identifiers
-- mode: read
-- rows: many
-- Organisation ids by identifier; of organisations that share one, the first by id.
SELECT i.key AS key, min(o.id) AS id
FROM json_each(:keys) wanted
JOIN identifier i ON i.key = wanted.value
JOIN organisation o ON o.rid = i.organisation
GROUP BY i.key
