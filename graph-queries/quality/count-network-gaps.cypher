// name: count-network-gaps
// mode: read
// rows: many
// What networks lack, by source; incomplete: fewer organisations recorded than the source says belong to it.
MATCH (n:Network)
WITH n, COUNT { MATCH (n)<-[:MEMBER_OF]-(o) RETURN DISTINCT o } AS recorded
RETURN
  n.source AS source, count(*) AS networks, sum(CASE WHEN n.from IS NULL AND n.to IS NULL THEN 1 ELSE 0 END) AS withoutPeriod,
  sum(CASE WHEN size(n.domains) = 0 THEN 1 ELSE 0 END) AS withoutDomains, sum(CASE WHEN n.membersTotal IS NULL THEN 1 ELSE 0 END) AS withoutTotal,
  sum(CASE WHEN recorded < n.membersTotal THEN 1 ELSE 0 END) AS incomplete,
  sum(CASE WHEN n.membersTotal IS NULL THEN 0 ELSE recorded END) AS membersRecorded, sum(coalesce(n.membersTotal, 0)) AS membersTotal
ORDER BY networks DESC, source
