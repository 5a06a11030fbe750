-- name: list-shared-networks
-- mode: read
-- rows: many
-- Networks that both organisations belong to, by name.
SELECT
  n.id AS id, n.kind AS kind, n.name AS name, n.title AS title, n.programme AS programme, n."from" AS "from",
  n."to" AS "to", n.domains AS domains, n.membersTotal AS membersTotal, n.externalKey AS externalKey,
  n.source AS source, n.updatedAt AS updatedAt, n.nameKey AS nameKey
FROM network n
WHERE n.rid IN (
  SELECT m.network FROM organisation o JOIN membership m ON m.organisation = o.rid WHERE o.id = :first
  INTERSECT
  SELECT m.network FROM organisation o JOIN membership m ON m.organisation = o.rid WHERE o.id = :second
)
ORDER BY n.nameKey, n.id
LIMIT :limit
