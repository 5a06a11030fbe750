// name: stream-changed-organisations
// mode: read
// rows: many
// What a snapshot keeps of each organisation written after a revision, by id.
MATCH (o:Organisation)
USING INDEX SEEK o:Organisation(changedIn)
WHERE o.changedIn > $since
RETURN
  o.id AS id, o.country AS country, o.regionCode AS regionCode, o.kind AS kind, o.sizeClass AS sizeClass, o.city AS city,
  o.latitude AS latitude, o.longitude AS longitude, o.sectors AS sectors, o.domains AS domains
ORDER BY id
