// name: count-organisation-gaps
// mode: read
// rows: many
// What organisations lack, by country; isolated: neither a link nor a membership.
MATCH (o:Organisation)
RETURN
  o.country AS country, count(*) AS organisations,
  sum(CASE WHEN o.regionCode IS NULL THEN 1 ELSE 0 END) AS withoutRegion, sum(CASE WHEN o.regionPrecision = 'estimated' THEN 1 ELSE 0 END) AS estimatedRegion,
  sum(CASE WHEN o.city IS NULL THEN 1 ELSE 0 END) AS withoutCity,
  sum(CASE WHEN o.latitude IS NULL THEN 1 ELSE 0 END) AS withoutCoordinates, sum(CASE WHEN o.coordinatesPrecision = 'estimated' THEN 1 ELSE 0 END) AS estimatedCoordinates,
  sum(CASE WHEN o.sizeClass IS NULL THEN 1 ELSE 0 END) AS withoutSizeClass, sum(CASE WHEN size(o.sectors) = 0 THEN 1 ELSE 0 END) AS withoutSectors,
  sum(CASE WHEN size(o.domains) = 0 THEN 1 ELSE 0 END) AS withoutDomains, sum(CASE WHEN size(o.identifiers) = 0 THEN 1 ELSE 0 END) AS withoutIdentifier,
  sum(CASE WHEN o.name =~ 'PIC [0-9]{9}' THEN 1 ELSE 0 END) AS withoutName,
  sum(CASE WHEN EXISTS { (o)-[:SUPPLIES|COLLABORATES|OWNS|LICENSES|MEMBER_OF]-() } THEN 0 ELSE 1 END) AS isolated
ORDER BY organisations DESC, country
