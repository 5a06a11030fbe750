// name: count-networks
// mode: read
// rows: one
// How many networks pass the filter.
MATCH (n:Network)
WHERE ($kind IS NULL OR n.kind = $kind)
  AND ($domain IS NULL OR $domain IN n.domains)
  AND ($programme IS NULL OR n.programme = $programme)
  AND n.nameKey STARTS WITH $namePrefix
RETURN count(*) AS n
