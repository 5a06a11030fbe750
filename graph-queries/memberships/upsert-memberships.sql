-- name: upsert-memberships
-- mode: write
-- rows: one
-- Adds memberships, or replaces those with the same id; organisation and network are there.
INSERT INTO membership (id, organisation, network, role, contribution, "from", "to", source, updatedAt, changedIn)
SELECT r.value ->> 'id', o.rid, n.rid,
  r.value ->> 'role', r.value ->> 'contribution', r.value ->> 'from', r.value ->> 'to', r.value ->> 'source',
  r.value ->> 'updatedAt', :revision
FROM json_each(:rows) r
JOIN organisation o ON o.id = r.value ->> 'organisation'
JOIN network n ON n.id = r.value ->> 'network'
WHERE true
ON CONFLICT (id) DO UPDATE SET
  role = excluded.role, contribution = excluded.contribution, "from" = excluded."from", "to" = excluded."to",
  source = excluded.source, updatedAt = excluded.updatedAt, changedIn = excluded.changedIn
