-- name: list-runs
-- mode: read
-- rows: many
-- A page of runs, newest first.
SELECT
  r.id AS id, r.request AS request, r.status AS status, r.revision AS revision, r.softwareVersion AS softwareVersion,
  r.requestedAt AS requestedAt, r.startedAt AS startedAt, r.finishedAt AS finishedAt, r.durationMs AS durationMs,
  r.inputHash AS inputHash, r.metrics AS metrics, r.measured AS measured, r.problem AS problem
FROM run r
WHERE r.requestedAt < :beforeTime OR (r.requestedAt = :beforeTime AND r.id > :afterId)
ORDER BY r.requestedAt DESC, r.id
LIMIT :limit
