-- name: save-input-output-table
-- mode: write
-- rows: one
-- Notes an input-output table that is kept beside the store.
INSERT INTO inputOutputTable (hash, importedAt, document)
SELECT r.value ->> 'hash', r.value ->> 'importedAt', r.value ->> 'document' FROM json_each(:rows) r
