-- name: upsert-links
-- mode: write
-- rows: one
-- Adds links, or replaces those with the same id; both ends are organisations.
INSERT INTO link (id, kind, source, target, weight, product, sector, "from", "to", evidence, confidence, dataSource, updatedAt, changedIn)
SELECT r.value ->> 'id', r.value ->> 'kind', s.rid, t.rid,
  r.value ->> 'weight', r.value ->> 'product', r.value ->> 'sector', r.value ->> 'from', r.value ->> 'to',
  r.value ->> 'evidence', r.value ->> 'confidence', r.value ->> 'dataSource', r.value ->> 'updatedAt', :revision
FROM json_each(:rows) r
JOIN organisation s ON s.id = r.value ->> 'source'
JOIN organisation t ON t.id = r.value ->> 'target'
WHERE true
ON CONFLICT (id) DO UPDATE SET
  weight = excluded.weight, product = excluded.product, sector = excluded.sector, "from" = excluded."from",
  "to" = excluded."to", evidence = excluded.evidence, confidence = excluded.confidence,
  dataSource = excluded.dataSource, updatedAt = excluded.updatedAt, changedIn = excluded.changedIn
