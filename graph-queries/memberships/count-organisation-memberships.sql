-- name: count-organisation-memberships
-- mode: read
-- rows: one
-- How many memberships one organisation has, in one network or in all.
SELECT count(*) AS n
FROM membership m
JOIN organisation o ON o.rid = m.organisation
JOIN network n ON n.rid = m.network
WHERE o.id = :organisation AND (:network IS NULL OR n.id = :network)
