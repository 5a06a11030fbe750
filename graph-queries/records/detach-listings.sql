-- name: detach-listings
-- mode: write
-- rows: one
-- Takes the versions that these rows are based on off the lists.
UPDATE record SET listedAs = NULL
WHERE (kind, id, version) IN (SELECT r.value ->> 'kind', r.value ->> 'id', r.value ->> 'basedOn' FROM json_each(:rows) r)
