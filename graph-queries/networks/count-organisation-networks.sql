-- name: count-organisation-networks
-- mode: read
-- rows: one
-- How many networks of one organisation pass the filter.
SELECT count(*) AS n
FROM network n
WHERE n.rid IN (SELECT m.network FROM organisation o JOIN membership m ON m.organisation = o.rid WHERE o.id = :organisation)
  AND (:kind IS NULL OR n.kind = :kind)
  AND (:domain IS NULL OR :domain IN (SELECT value FROM json_each(n.domains)))
  AND (:programme IS NULL OR n.programme = :programme)
  AND substr(n.nameKey, 1, length(:namePrefix)) = :namePrefix
