// name: stream-results
// mode: read
// rows: many
// What a run says about organisations, by organisation id.
MATCH (run:Run {id: $run})
USING INDEX SEEK run:Run(id)
MATCH (result:Result)
USING INDEX SEEK result:Result(run, organisation)
WHERE result.run = $run AND result.organisation > ''
RETURN result.organisation AS organisation, result.cluster AS cluster, result.x AS x, result.y AS y,
  properties(result) AS scores, run.scoreKeys AS scoreKeys
ORDER BY organisation
