-- name: save-clusters
-- mode: write
-- rows: one
-- Saves the clusters of a run in their order.
INSERT INTO cluster (run, position, id, code, size, profile)
SELECT :run, r.value ->> 'position', r.value ->> 'id', r.value ->> 'code', r.value ->> 'size', r.value ->> 'profile'
FROM json_each(:rows) r
