// name: save-results
// mode: write
// rows: one
// Saves what a run says about organisations; the lines outlive the organisations.
MATCH (r:Run {id: $run})
USING INDEX SEEK r:Run(id)
UNWIND $rows AS row
CREATE (result:Result)-[:RESULT_OF]->(r)
SET result = row.scores, result.run = $run, result.organisation = row.organisation, result.cluster = row.cluster, result.x = row.x, result.y = row.y
WITH result, row
OPTIONAL MATCH (o:Organisation {id: row.organisation})
USING INDEX SEEK o:Organisation(id)
FOREACH (_ IN CASE WHEN o IS NULL THEN [] ELSE [1] END | CREATE (result)-[:DESCRIBES]->(o))
RETURN count(*) AS n
