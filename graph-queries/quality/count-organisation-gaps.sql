-- name: count-organisation-gaps
-- mode: read
-- rows: many
-- What organisations lack, by country; isolated: neither a link nor a membership.
SELECT
  o.country AS country, count(*) AS organisations,
  sum(o.regionCode IS NULL) AS withoutRegion, sum(o.regionPrecision IS 'estimated') AS estimatedRegion, sum(o.city IS NULL) AS withoutCity,
  sum(o.latitude IS NULL) AS withoutCoordinates, sum(o.coordinatesPrecision IS 'estimated') AS estimatedCoordinates,
  sum(o.sizeClass IS NULL) AS withoutSizeClass, sum(o.sectors = '[]') AS withoutSectors, sum(o.domains = '[]') AS withoutDomains,
  sum(o.identifiers = '[]') AS withoutIdentifier, sum(o.name GLOB 'PIC [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]') AS withoutName,
  sum(NOT EXISTS (SELECT 1 FROM link l WHERE l.source = o.rid) AND NOT EXISTS (SELECT 1 FROM link l WHERE l.target = o.rid)
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.organisation = o.rid)) AS isolated
FROM organisation o
GROUP BY o.country
ORDER BY organisations DESC, o.country
