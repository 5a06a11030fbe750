// name: save-clusters
// mode: write
// rows: one
// Saves the clusters of a run in their order.
MATCH (r:Run {id: $run})
USING INDEX SEEK r:Run(id)
UNWIND $rows AS row
CREATE (c:Cluster)-[:FOUND_BY]->(r)
SET c = row, c.run = $run, c.position = toInteger(row.position), c.size = toInteger(row.size)
RETURN count(*) AS n
