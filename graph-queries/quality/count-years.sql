-- name: count-years
-- mode: read
-- rows: many
-- How many networks, links and memberships begin and end in each year that is recorded.
SELECT dated.subject AS subject, dated.bound AS bound, substr(dated.day, 1, 4) AS year, count(*) AS n
FROM (
  SELECT 'networks' AS subject, 'from' AS bound, "from" AS day FROM network
  UNION ALL SELECT 'networks', 'to', "to" FROM network
  UNION ALL SELECT 'links', 'from', "from" FROM link
  UNION ALL SELECT 'links', 'to', "to" FROM link
  UNION ALL SELECT 'memberships', 'from', "from" FROM membership
  UNION ALL SELECT 'memberships', 'to', "to" FROM membership
) dated
WHERE dated.day IS NOT NULL
GROUP BY subject, bound, year
ORDER BY subject, bound, year
