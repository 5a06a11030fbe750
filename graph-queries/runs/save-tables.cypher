// name: save-tables
// mode: write
// rows: one
// Saves the tables of a run.
MATCH (r:Run {id: $run})
USING INDEX SEEK r:Run(id)
UNWIND $rows AS row
CREATE (t:RunTable)-[:RESULT_OF]->(r)
SET t = row, t.run = $run
RETURN count(*) AS n
