-- name: save-results
-- mode: write
-- rows: one
-- Saves what a run says about organisations; the lines outlive the organisations.
INSERT INTO result (run, organisation, cluster, x, y, scores)
SELECT :run, r.value ->> 'organisation', r.value ->> 'cluster', r.value ->> 'x', r.value ->> 'y', r.value -> 'scores'
FROM json_each(:rows) r
