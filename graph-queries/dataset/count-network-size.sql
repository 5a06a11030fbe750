-- name: count-network-size
-- mode: read
-- rows: one
-- How large the layers are: links at most, since pairs that share several networks count for each.
SELECT
  (SELECT count(*) FROM organisation) AS organisations,
  (SELECT count(*) FROM link WHERE kind = 'SUPPLIES') AS supply,
  (SELECT count(*) FROM link WHERE kind = 'COLLABORATES') AS collaboration,
  (SELECT count(*) FROM membership) AS memberships,
  (SELECT coalesce(sum(members * (members - 1) / 2), 0) FROM (SELECT count(DISTINCT m.organisation) AS members FROM membership m GROUP BY m.network) WHERE members <= :networkSizeMax) AS coMembership
