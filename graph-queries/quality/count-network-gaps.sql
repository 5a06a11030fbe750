-- name: count-network-gaps
-- mode: read
-- rows: many
-- What networks lack, by source; incomplete: fewer organisations recorded than the source says belong to it.
SELECT
  n.source AS source, count(*) AS networks, sum(n."from" IS NULL AND n."to" IS NULL) AS withoutPeriod, sum(n.domains = '[]') AS withoutDomains,
  sum(n.membersTotal IS NULL) AS withoutTotal, sum(n.membersTotal IS NOT NULL AND n.recorded < n.membersTotal) AS incomplete,
  sum(CASE WHEN n.membersTotal IS NULL THEN 0 ELSE n.recorded END) AS membersRecorded, sum(coalesce(n.membersTotal, 0)) AS membersTotal
FROM (
  SELECT network.*, (SELECT count(DISTINCT m.organisation) FROM membership m WHERE m.network = network.rid) AS recorded FROM network
) n
GROUP BY n.source
ORDER BY networks DESC, n.source
