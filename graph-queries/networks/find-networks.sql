-- name: find-networks
-- mode: read
-- rows: many
-- Which of these ids are networks.
SELECT n.id AS id FROM json_each(:ids) wanted JOIN network n ON n.id = wanted.value
