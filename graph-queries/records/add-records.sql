-- name: add-records
-- mode: write
-- rows: one
-- Adds a version of each of these records.
INSERT INTO record (kind, id, version, savedAt, subjects, document, listedAs)
SELECT r.value ->> 'kind', r.value ->> 'id', r.value ->> 'version', r.value ->> 'savedAt', r.value -> 'subjects',
  r.value ->> 'document', r.value ->> 'listedAs'
FROM json_each(:rows) r
