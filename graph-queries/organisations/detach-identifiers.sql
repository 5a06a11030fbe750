-- name: detach-identifiers
-- mode: write
-- rows: one
-- Takes away the identifiers that the organisations no longer have.
DELETE FROM identifier WHERE rowid IN (
  SELECT i.rowid
  FROM json_each(:rows) r
  JOIN organisation o ON o.id = r.value ->> 'id'
  JOIN identifier i ON i.organisation = o.rid
  WHERE i.key NOT IN (SELECT k.value FROM json_each(r.value, '$.identifiers') k)
)
