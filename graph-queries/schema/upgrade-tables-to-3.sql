-- A file of schema 2 brought to schema 3: records, and what they are about.
CREATE TABLE record (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, savedAt TEXT NOT NULL, subjects TEXT NOT NULL, document TEXT,
  listedAs TEXT, PRIMARY KEY (kind, id, version)
) STRICT;
CREATE INDEX recordListing ON record (listedAs, savedAt DESC, id);
CREATE TABLE recordSubject (
  subject TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (subject, kind, id, version)
) STRICT, WITHOUT ROWID;
