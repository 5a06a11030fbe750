-- name: list-networks
-- mode: read
-- rows: many
-- A page of the networks that pass the filter, by name.
SELECT
  n.id AS id, n.kind AS kind, n.name AS name, n.title AS title, n.programme AS programme, n."from" AS "from",
  n."to" AS "to", n.domains AS domains, n.membersTotal AS membersTotal, n.externalKey AS externalKey,
  n.source AS source, n.updatedAt AS updatedAt, n.nameKey AS nameKey
FROM network n
WHERE (n.nameKey, n.id) > (:afterKey, :afterId)
  AND (:kind IS NULL OR n.kind = :kind)
  AND (:domain IS NULL OR :domain IN (SELECT value FROM json_each(n.domains)))
  AND (:programme IS NULL OR n.programme = :programme)
  AND substr(n.nameKey, 1, length(:namePrefix)) = :namePrefix
ORDER BY n.nameKey, n.id
LIMIT :limit
