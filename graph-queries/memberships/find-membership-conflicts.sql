-- name: find-membership-conflicts
-- mode: read
-- rows: many
-- Ids among these rows that belong to a membership of another organisation or network.
SELECT m.id AS id
FROM json_each(:rows) r
JOIN membership m ON m.id = r.value ->> 'id'
JOIN organisation o ON o.rid = m.organisation
JOIN network n ON n.rid = m.network
WHERE o.id <> r.value ->> 'organisation' OR n.id <> r.value ->> 'network'
