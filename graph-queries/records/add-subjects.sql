-- name: add-subjects
-- mode: write
-- rows: one
-- Notes what these versions of records are about; it need not be in the store.
INSERT INTO recordSubject (subject, kind, id, version)
SELECT DISTINCT s.value, r.value ->> 'kind', r.value ->> 'id', r.value ->> 'version'
FROM json_each(:rows) r, json_each(r.value, '$.subjects') s
