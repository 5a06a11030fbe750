-- name: upsert-sources
-- mode: write
-- rows: one
-- Adds data sources, or replaces those with the same key.
INSERT INTO dataSource (key, title, publisher, licence, attribution, retrieved, website, synthetic)
SELECT
  r.value ->> 'key', r.value ->> 'title', r.value ->> 'publisher', r.value ->> 'licence', r.value ->> 'attribution',
  r.value ->> 'retrieved', r.value ->> 'website', r.value ->> 'synthetic'
FROM json_each(:rows) r WHERE true
ON CONFLICT (key) DO UPDATE SET
  title = excluded.title, publisher = excluded.publisher, licence = excluded.licence,
  attribution = excluded.attribution, retrieved = excluded.retrieved, website = excluded.website,
  synthetic = excluded.synthetic
