// name: count-facet
// mode: read
// rows: many
// How many organisations that pass the filter have each value of one facet.
MATCH (o:Organisation)
WHERE ($countries IS NULL OR o.country IN $countries)
  AND ($regions IS NULL OR any(code IN $regions WHERE o.regionCode STARTS WITH code))
  AND ($kinds IS NULL OR o.kind IN $kinds)
  AND ($sizeClasses IS NULL OR o.sizeClass IN $sizeClasses)
  AND ($domains IS NULL OR any(domain IN o.domains WHERE domain IN $domains))
  AND ($sectors IS NULL OR any(sector IN o.sectors WHERE any(code IN $sectors WHERE sector STARTS WITH code)))
  AND ($network IS NULL OR EXISTS { (o)-[:MEMBER_OF]->(:Network {id: $network}) })
  AND ($areaCountries IS NULL OR o.country IN $areaCountries OR any(code IN $areaRegions WHERE o.regionCode STARTS WITH code))
UNWIND CASE $facet
  WHEN 'country' THEN [o.country]
  WHEN 'kind' THEN [o.kind]
  WHEN 'sizeClass' THEN [o.sizeClass]
  WHEN 'source' THEN [o.source]
  ELSE o.domains
END AS value
WITH value WHERE value IS NOT NULL
RETURN value, count(*) AS count
ORDER BY count DESC, value
