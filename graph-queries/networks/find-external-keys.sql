-- name: find-external-keys
-- mode: read
-- rows: many
-- Network ids by the key of the source; of networks that share one, the first by id.
SELECT n.externalKey AS key, min(n.id) AS id
FROM json_each(:keys) wanted
JOIN network n ON n.externalKey = wanted.value
GROUP BY n.externalKey
