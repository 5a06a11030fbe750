-- name: get-membership
-- mode: read
-- rows: maybe
-- One membership.
SELECT
  m.id AS id, o.id AS organisation, n.id AS network, m.role AS role, m.contribution AS contribution, m."from" AS "from",
  m."to" AS "to", m.source AS source, m.updatedAt AS updatedAt
FROM membership m
JOIN organisation o ON o.rid = m.organisation
JOIN network n ON n.rid = m.network
WHERE m.id = :id
