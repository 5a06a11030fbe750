-- name: save-run
-- mode: write
-- rows: one
-- Adds a run or replaces it, unless it is completed: n is 0 then.
INSERT INTO run (id, request, status, revision, softwareVersion, requestedAt, startedAt, finishedAt, durationMs, inputHash, metrics, measured, problem, scoreKeys)
SELECT
  r.value ->> 'id', r.value ->> 'request', r.value ->> 'status', r.value ->> 'revision', r.value ->> 'softwareVersion',
  r.value ->> 'requestedAt', r.value ->> 'startedAt', r.value ->> 'finishedAt', r.value ->> 'durationMs',
  r.value ->> 'inputHash', r.value ->> 'metrics', r.value ->> 'measured', r.value ->> 'problem', r.value -> 'scoreKeys'
FROM json_each(:rows) r WHERE true
ON CONFLICT (id) DO UPDATE SET
  request = excluded.request, status = excluded.status, revision = excluded.revision,
  softwareVersion = excluded.softwareVersion, requestedAt = excluded.requestedAt, startedAt = excluded.startedAt,
  finishedAt = excluded.finishedAt, durationMs = excluded.durationMs, inputHash = excluded.inputHash,
  metrics = excluded.metrics, measured = excluded.measured, problem = excluded.problem, scoreKeys = excluded.scoreKeys
WHERE run.status <> 'completed'
