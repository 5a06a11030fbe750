-- name: stream-bare-links
-- mode: read
-- rows: many
-- What a snapshot keeps of each link, by id.
SELECT
  l.id AS id, l.kind AS kind, s.id AS source, t.id AS target, l.weight AS weight
FROM link l
JOIN organisation s ON s.rid = l.source
JOIN organisation t ON t.rid = l.target
ORDER BY l.id
