-- name: upsert-organisations
-- mode: write
-- rows: one
-- Adds organisations, or replaces those with the same id.
INSERT INTO organisation (
  id, name, aliases, kind, sizeClass, country, regionCode, regionVintage, regionPrecision, city, latitude, longitude,
  coordinatesPrecision, sectors, domains, identifiers, website, source, updatedAt, nameKey, changedIn
)
SELECT
  r.value ->> 'id', r.value ->> 'name', r.value -> 'aliases', r.value ->> 'kind', r.value ->> 'sizeClass',
  r.value ->> 'country', r.value ->> 'regionCode', r.value ->> 'regionVintage', r.value ->> 'regionPrecision',
  r.value ->> 'city', r.value ->> 'latitude', r.value ->> 'longitude', r.value ->> 'coordinatesPrecision',
  r.value -> 'sectors', r.value -> 'domains', r.value -> 'identifiers', r.value ->> 'website', r.value ->> 'source',
  r.value ->> 'updatedAt', r.value ->> 'nameKey', :revision
FROM json_each(:rows) r WHERE true
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name, aliases = excluded.aliases, kind = excluded.kind, sizeClass = excluded.sizeClass,
  country = excluded.country, regionCode = excluded.regionCode, regionVintage = excluded.regionVintage, regionPrecision = excluded.regionPrecision,
  city = excluded.city, latitude = excluded.latitude, longitude = excluded.longitude, coordinatesPrecision = excluded.coordinatesPrecision,
  sectors = excluded.sectors, domains = excluded.domains, identifiers = excluded.identifiers, website = excluded.website,
  source = excluded.source, updatedAt = excluded.updatedAt, nameKey = excluded.nameKey, changedIn = excluded.changedIn
