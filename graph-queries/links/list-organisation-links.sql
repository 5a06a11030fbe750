-- name: list-organisation-links
-- mode: read
-- rows: many
-- A page of the links at one organisation, by id.
SELECT
  l.id AS id, l.kind AS kind, s.id AS source, t.id AS target, l.weight AS weight, l.product AS product,
  l.sector AS sector, l."from" AS "from", l."to" AS "to", l.evidence AS evidence, l.confidence AS confidence,
  l.dataSource AS dataSource, l.updatedAt AS updatedAt
FROM link l
JOIN organisation s ON s.rid = l.source
JOIN organisation t ON t.rid = l.target
WHERE l.rid IN (
  SELECT l.rid FROM organisation o JOIN link l ON l.source = o.rid WHERE o.id = :organisation
  UNION
  SELECT l.rid FROM organisation o JOIN link l ON l.target = o.rid WHERE o.id = :organisation
)
  AND l.id > :afterId AND (:kind IS NULL OR l.kind = :kind) AND (:source IS NULL OR s.id = :source) AND (:target IS NULL OR t.id = :target)
ORDER BY l.id
LIMIT :limit
