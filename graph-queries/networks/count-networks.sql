-- name: count-networks
-- mode: read
-- rows: one
-- How many networks pass the filter.
SELECT count(*) AS n
FROM network n
WHERE (:kind IS NULL OR n.kind = :kind)
  AND (:domain IS NULL OR :domain IN (SELECT value FROM json_each(n.domains)))
  AND (:programme IS NULL OR n.programme = :programme)
  AND substr(n.nameKey, 1, length(:namePrefix)) = :namePrefix
