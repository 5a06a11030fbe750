-- name: count-dataset
-- mode: read
-- rows: one
-- How much the store holds.
SELECT
  (SELECT count(*) FROM organisation) AS organisations,
  (SELECT count(*) FROM link) AS links,
  (SELECT count(*) FROM network) AS networks,
  (SELECT count(*) FROM membership) AS memberships
