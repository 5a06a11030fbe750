-- name: list-links
-- mode: read
-- rows: many
-- A page of all links of a kind, or of every kind, by id.
SELECT
  l.id AS id, l.kind AS kind, s.id AS source, t.id AS target, l.weight AS weight, l.product AS product,
  l.sector AS sector, l."from" AS "from", l."to" AS "to", l.evidence AS evidence, l.confidence AS confidence,
  l.dataSource AS dataSource, l.updatedAt AS updatedAt
FROM link l
JOIN organisation s ON s.rid = l.source
JOIN organisation t ON t.rid = l.target
WHERE l.id > :afterId AND (:kind IS NULL OR l.kind = :kind)
ORDER BY l.id
LIMIT :limit
