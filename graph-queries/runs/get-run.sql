-- name: get-run
-- mode: read
-- rows: maybe
-- One run.
SELECT
  r.id AS id, r.request AS request, r.status AS status, r.revision AS revision, r.softwareVersion AS softwareVersion,
  r.requestedAt AS requestedAt, r.startedAt AS startedAt, r.finishedAt AS finishedAt, r.durationMs AS durationMs,
  r.inputHash AS inputHash, r.metrics AS metrics, r.measured AS measured, r.problem AS problem
FROM run r
WHERE r.id = :id
