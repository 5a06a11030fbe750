// name: count-organisations
// mode: read
// rows: one
// How many organisations pass the filter.
MATCH (o:Organisation)
WHERE ($countries IS NULL OR o.country IN $countries)
  AND ($regions IS NULL OR any(code IN $regions WHERE o.regionCode STARTS WITH code))
  AND ($kinds IS NULL OR o.kind IN $kinds)
  AND ($sizeClasses IS NULL OR o.sizeClass IN $sizeClasses)
  AND ($domains IS NULL OR any(domain IN o.domains WHERE domain IN $domains))
  AND ($sectors IS NULL OR any(sector IN o.sectors WHERE any(code IN $sectors WHERE sector STARTS WITH code)))
  AND ($network IS NULL OR EXISTS { (o)-[:MEMBER_OF]->(:Network {id: $network}) })
  AND ($areaCountries IS NULL OR o.country IN $areaCountries OR any(code IN $areaRegions WHERE o.regionCode STARTS WITH code))
RETURN count(*) AS n
