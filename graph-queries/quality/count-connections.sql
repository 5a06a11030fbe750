-- name: count-connections
-- mode: read
-- rows: many
-- How many links of each kind, and memberships (MEMBER_OF), each source gave.
SELECT connection.source AS source, connection.kind AS kind, count(*) AS n
FROM (SELECT dataSource AS source, kind FROM link UNION ALL SELECT source, 'MEMBER_OF' FROM membership) connection
GROUP BY connection.source, connection.kind
ORDER BY n DESC, connection.source, connection.kind
