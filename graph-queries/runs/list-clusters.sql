-- name: list-clusters
-- mode: read
-- rows: many
-- The clusters of a run in their order.
SELECT c.position AS position, c.profile AS profile FROM cluster c WHERE c.run = :run ORDER BY c.position
