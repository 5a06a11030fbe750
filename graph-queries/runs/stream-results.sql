-- name: stream-results
-- mode: read
-- rows: many
-- What a run says about organisations, by organisation id.
SELECT result.organisation AS organisation, result.cluster AS cluster, result.x AS x, result.y AS y,
  result.scores AS scores, run.scoreKeys AS scoreKeys
FROM result
JOIN run ON run.id = result.run
WHERE result.run = :run
ORDER BY result.organisation
