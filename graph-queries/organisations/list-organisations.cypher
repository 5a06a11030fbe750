// name: list-organisations
// mode: read
// rows: many
// A page of the organisations that pass the filter, by name.
MATCH (o:Organisation)
WHERE o.nameKey >= $afterKey AND (o.nameKey > $afterKey OR o.id > $afterId)
  AND ($countries IS NULL OR o.country IN $countries)
  AND ($regions IS NULL OR any(code IN $regions WHERE o.regionCode STARTS WITH code))
  AND ($kinds IS NULL OR o.kind IN $kinds)
  AND ($sizeClasses IS NULL OR o.sizeClass IN $sizeClasses)
  AND ($domains IS NULL OR any(domain IN o.domains WHERE domain IN $domains))
  AND ($sectors IS NULL OR any(sector IN o.sectors WHERE any(code IN $sectors WHERE sector STARTS WITH code)))
  AND ($network IS NULL OR EXISTS { (o)-[:MEMBER_OF]->(:Network {id: $network}) })
  AND ($areaCountries IS NULL OR o.country IN $areaCountries OR any(code IN $areaRegions WHERE o.regionCode STARTS WITH code))
RETURN
  o.id AS id, o.name AS name, o.aliases AS aliases, o.kind AS kind, o.sizeClass AS sizeClass, o.country AS country,
  o.regionCode AS regionCode, o.regionVintage AS regionVintage, o.regionPrecision AS regionPrecision, o.city AS city,
  o.latitude AS latitude, o.longitude AS longitude, o.coordinatesPrecision AS coordinatesPrecision,
  o.sectors AS sectors, o.domains AS domains, o.identifiers AS identifiers, o.website AS website, o.source AS source,
  o.updatedAt AS updatedAt, o.nameKey AS nameKey
ORDER BY nameKey, id
LIMIT $limit
