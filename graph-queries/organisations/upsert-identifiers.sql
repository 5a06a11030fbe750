-- name: upsert-identifiers
-- mode: write
-- rows: one
-- Makes the organisations findable by their identifiers.
INSERT INTO identifier (key, organisation)
SELECT k.value, o.rid
FROM json_each(:rows) r
JOIN organisation o ON o.id = r.value ->> 'id'
JOIN json_each(r.value, '$.identifiers') k
WHERE true
ON CONFLICT (key, organisation) DO NOTHING
