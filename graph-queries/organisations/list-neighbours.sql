-- name: list-neighbours
-- mode: read
-- rows: many
-- Organisations one link or one shared network of at most networkSizeMax members away from any of these, without those already known.
WITH start AS (
  SELECT o.rid AS rid FROM json_each(:ids) wanted JOIN organisation o ON o.id = wanted.value
), shared AS (
  SELECT DISTINCT m.network AS rid FROM start JOIN membership m ON m.organisation = start.rid
  WHERE (SELECT count(DISTINCT member.organisation) FROM membership member WHERE member.network = m.network) <= :networkSizeMax
), reached AS (
  SELECT l.target AS rid FROM start JOIN link l ON l.source = start.rid
  UNION
  SELECT l.source FROM start JOIN link l ON l.target = start.rid
  UNION
  SELECT m.organisation FROM shared JOIN membership m ON m.network = shared.rid
)
SELECT n.id AS id, n.name AS name, n.kind AS kind, n.country AS country, n.city AS city, n.nameKey AS nameKey
FROM reached
JOIN organisation n ON n.rid = reached.rid
WHERE n.id NOT IN (SELECT value FROM json_each(:known))
ORDER BY n.nameKey, n.id
LIMIT :limit
