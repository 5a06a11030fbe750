-- A file of schema 1 brought to schema 2.
-- Rows know the revision that wrote them last, revisions and deletions are noted, the dataset has an identity. Rows of before were written in no known revision.
ALTER TABLE dataset ADD COLUMN identity TEXT;
ALTER TABLE organisation ADD COLUMN changedIn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX organisationChange ON organisation (changedIn);
ALTER TABLE link ADD COLUMN changedIn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX linkChange ON link (changedIn);
ALTER TABLE network ADD COLUMN changedIn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX networkChange ON network (changedIn);
ALTER TABLE membership ADD COLUMN changedIn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX membershipChange ON membership (changedIn);
CREATE TABLE revision (number INTEGER PRIMARY KEY, committedAt TEXT NOT NULL) STRICT;
CREATE TABLE deletion (revision INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL) STRICT;
CREATE INDEX deletionRevision ON deletion (revision);
-- Runs that measure, and their tables.
ALTER TABLE run ADD COLUMN measured TEXT;
CREATE TABLE runTable (
  run TEXT NOT NULL REFERENCES run, name TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (run, name)
) STRICT;
