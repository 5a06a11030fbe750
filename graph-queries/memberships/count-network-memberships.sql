-- name: count-network-memberships
-- mode: read
-- rows: one
-- How many memberships one network has.
SELECT count(*) AS n
FROM membership m
JOIN organisation o ON o.rid = m.organisation
JOIN network n ON n.rid = m.network
WHERE n.id = :network
