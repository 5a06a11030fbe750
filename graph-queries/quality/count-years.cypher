// name: count-years
// mode: read
// rows: many
// How many networks, links and memberships begin and end in each year that is recorded.
CALL () {
  MATCH (n:Network)
  RETURN 'networks' AS subject, n.from AS from, n.to AS to
  UNION ALL
  MATCH ()-[l:SUPPLIES|COLLABORATES|OWNS|LICENSES]->()
  RETURN 'links' AS subject, l.from AS from, l.to AS to
  UNION ALL
  MATCH ()-[m:MEMBER_OF]->()
  RETURN 'memberships' AS subject, m.from AS from, m.to AS to
}
UNWIND [['from', from], ['to', to]] AS dated
WITH subject, dated[0] AS bound, dated[1] AS day
WHERE day IS NOT NULL
RETURN subject, bound, substring(day, 0, 4) AS year, count(*) AS n
ORDER BY subject, bound, year
