-- name: save-tables
-- mode: write
-- rows: one
-- Saves the tables of a run.
INSERT INTO runTable (run, name, content)
SELECT :run, r.value ->> 'name', r.value ->> 'content'
FROM json_each(:rows) r
