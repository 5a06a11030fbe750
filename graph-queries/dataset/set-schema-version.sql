-- name: set-schema-version
-- mode: write
-- rows: one
-- The stored data has the form of this version from now on.
UPDATE dataset SET schemaVersion = :schemaVersion WHERE id = 'dataset'
