// name: get-organisations
// mode: read
// rows: many
// Organisations by id, in any order.
UNWIND $ids AS wanted
MATCH (o:Organisation {id: wanted})
USING INDEX SEEK o:Organisation(id)
RETURN
  o.id AS id, o.name AS name, o.aliases AS aliases, o.kind AS kind, o.sizeClass AS sizeClass, o.country AS country,
  o.regionCode AS regionCode, o.regionVintage AS regionVintage, o.regionPrecision AS regionPrecision, o.city AS city,
  o.latitude AS latitude, o.longitude AS longitude, o.coordinatesPrecision AS coordinatesPrecision,
  o.sectors AS sectors, o.domains AS domains, o.identifiers AS identifiers, o.website AS website, o.source AS source,
  o.updatedAt AS updatedAt
