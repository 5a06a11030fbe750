-- name: find-organisations
-- mode: read
-- rows: many
-- Which of these ids are organisations.
SELECT o.id AS id FROM json_each(:ids) wanted JOIN organisation o ON o.id = wanted.value
