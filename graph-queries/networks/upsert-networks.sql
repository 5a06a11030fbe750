-- name: upsert-networks
-- mode: write
-- rows: one
-- Adds networks, or replaces those with the same id.
INSERT INTO network (
  id, kind, name, title, programme, "from", "to", domains, membersTotal, externalKey, source, updatedAt, nameKey, changedIn
)
SELECT
  r.value ->> 'id', r.value ->> 'kind', r.value ->> 'name', r.value ->> 'title', r.value ->> 'programme',
  r.value ->> 'from', r.value ->> 'to', r.value -> 'domains', r.value ->> 'membersTotal', r.value ->> 'externalKey',
  r.value ->> 'source', r.value ->> 'updatedAt', r.value ->> 'nameKey', :revision
FROM json_each(:rows) r WHERE true
ON CONFLICT (id) DO UPDATE SET
  kind = excluded.kind, name = excluded.name, title = excluded.title, programme = excluded.programme,
  "from" = excluded."from", "to" = excluded."to", domains = excluded.domains, membersTotal = excluded.membersTotal,
  externalKey = excluded.externalKey, source = excluded.source, updatedAt = excluded.updatedAt,
  nameKey = excluded.nameKey, changedIn = excluded.changedIn
