// name: list-clusters
// mode: read
// rows: many
// The clusters of a run in their order.
MATCH (c:Cluster)
USING INDEX SEEK c:Cluster(run)
WHERE c.run = $run
RETURN c.position AS position, c.profile AS profile
ORDER BY position
