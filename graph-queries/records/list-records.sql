-- name: list-records
-- mode: read
-- rows: many
-- A page of the records of a kind, the last saved first.
SELECT r.kind AS kind, r.id AS id, r.version AS version, r.savedAt AS savedAt, r.subjects AS subjects, r.document AS document
FROM record r
WHERE r.listedAs = :kind AND r.savedAt <= :beforeTime AND (r.savedAt < :beforeTime OR r.id > :afterId)
ORDER BY r.savedAt DESC, r.id
LIMIT :limit
