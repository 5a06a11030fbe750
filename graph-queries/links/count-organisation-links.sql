-- name: count-organisation-links
-- mode: read
-- rows: one
-- How many links there are at one organisation.
SELECT count(*) AS n
FROM link l
JOIN organisation s ON s.rid = l.source
JOIN organisation t ON t.rid = l.target
WHERE l.rid IN (
  SELECT l.rid FROM organisation o JOIN link l ON l.source = o.rid WHERE o.id = :organisation
  UNION
  SELECT l.rid FROM organisation o JOIN link l ON l.target = o.rid WHERE o.id = :organisation
)
  AND (:kind IS NULL OR l.kind = :kind) AND (:source IS NULL OR s.id = :source) AND (:target IS NULL OR t.id = :target)
