-- A file of schema 1 brought to schema 2: runs that measure, and their tables.
ALTER TABLE run ADD COLUMN measured TEXT;
CREATE TABLE runTable (
  run TEXT NOT NULL REFERENCES run, name TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (run, name)
) STRICT;
