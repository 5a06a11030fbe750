-- name: stream-bare-organisations
-- mode: read
-- rows: many
-- What a snapshot keeps of each organisation, by id.
SELECT
  o.id AS id, o.country AS country, o.regionCode AS regionCode, o.kind AS kind, o.sizeClass AS sizeClass, o.city AS city,
  o.latitude AS latitude, o.longitude AS longitude, o.sectors AS sectors, o.domains AS domains
FROM organisation o
ORDER BY o.id
