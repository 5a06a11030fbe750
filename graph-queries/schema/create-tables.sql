-- The SQLite schema. Lists and documents are JSON text; text keys come from outside, rid is SQLite's own and joins the tables;
-- changedIn is the revision that wrote the row last.
CREATE TABLE dataset (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, committedAt TEXT NOT NULL, schemaVersion INTEGER NOT NULL,
  identity TEXT
) STRICT;

CREATE TABLE organisation (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, nameKey TEXT NOT NULL, aliases TEXT NOT NULL,
  kind TEXT NOT NULL, sizeClass TEXT, country TEXT NOT NULL, regionCode TEXT, regionVintage TEXT, regionPrecision TEXT, city TEXT,
  latitude REAL, longitude REAL, coordinatesPrecision TEXT, sectors TEXT NOT NULL, domains TEXT NOT NULL, identifiers TEXT NOT NULL,
  website TEXT, source TEXT NOT NULL, updatedAt TEXT NOT NULL, changedIn INTEGER NOT NULL
) STRICT;
CREATE INDEX organisationChange ON organisation (changedIn);
CREATE INDEX organisationName ON organisation (nameKey, id);

CREATE TABLE identifier (
  key TEXT NOT NULL, organisation INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE, UNIQUE (key, organisation)
) STRICT;
CREATE INDEX identifierOrganisation ON identifier (organisation);

CREATE TABLE link (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE, target INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE,
  weight REAL NOT NULL, product TEXT, sector TEXT, "from" TEXT, "to" TEXT, evidence TEXT, confidence REAL NOT NULL,
  dataSource TEXT NOT NULL, updatedAt TEXT NOT NULL, changedIn INTEGER NOT NULL
) STRICT;
CREATE INDEX linkChange ON link (changedIn);
CREATE INDEX linkSource ON link (source, target);
CREATE INDEX linkTarget ON link (target, source);

CREATE TABLE network (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, nameKey TEXT NOT NULL, title TEXT,
  programme TEXT, "from" TEXT, "to" TEXT, domains TEXT NOT NULL, membersTotal INTEGER, externalKey TEXT, source TEXT NOT NULL,
  updatedAt TEXT NOT NULL, changedIn INTEGER NOT NULL
) STRICT;
CREATE INDEX networkChange ON network (changedIn);
CREATE INDEX networkName ON network (nameKey, id);
CREATE INDEX networkExternalKey ON network (externalKey);

CREATE TABLE membership (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  organisation INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE, network INTEGER NOT NULL REFERENCES network ON DELETE CASCADE,
  role TEXT NOT NULL, contribution REAL, "from" TEXT, "to" TEXT, source TEXT NOT NULL, updatedAt TEXT NOT NULL, changedIn INTEGER NOT NULL
) STRICT;
CREATE INDEX membershipChange ON membership (changedIn);
CREATE INDEX membershipOrganisation ON membership (organisation, network);
CREATE INDEX membershipNetwork ON membership (network, organisation);

CREATE TABLE revision (number INTEGER PRIMARY KEY, committedAt TEXT NOT NULL) STRICT;

-- What went with an organisation or a network is not here.
CREATE TABLE deletion (revision INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL) STRICT;
CREATE INDEX deletionRevision ON deletion (revision);

CREATE TABLE dataSource (
  key TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT, licence TEXT NOT NULL, attribution TEXT NOT NULL, retrieved TEXT,
  website TEXT, synthetic INTEGER NOT NULL
) STRICT;

CREATE TABLE import (id TEXT PRIMARY KEY, status TEXT NOT NULL, startedAt TEXT NOT NULL, report TEXT NOT NULL) STRICT;
CREATE INDEX importTime ON import (startedAt, id);

CREATE TABLE run (
  id TEXT PRIMARY KEY, request TEXT NOT NULL, status TEXT NOT NULL, revision INTEGER NOT NULL, softwareVersion TEXT NOT NULL,
  requestedAt TEXT NOT NULL, startedAt TEXT, finishedAt TEXT, durationMs REAL, inputHash TEXT, metrics TEXT, problem TEXT,
  scoreKeys TEXT NOT NULL, measured TEXT
) STRICT;
CREATE INDEX runTime ON run (requestedAt, id);

-- organisation is the text id: a result stays when its organisation is deleted.
CREATE TABLE result (
  run TEXT NOT NULL REFERENCES run, organisation TEXT NOT NULL, cluster TEXT, x REAL, y REAL, scores TEXT NOT NULL,
  PRIMARY KEY (run, organisation)
) STRICT, WITHOUT ROWID;

CREATE TABLE runTable (
  run TEXT NOT NULL REFERENCES run, name TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (run, name)
) STRICT;

CREATE TABLE cluster (
  run TEXT NOT NULL REFERENCES run, position INTEGER NOT NULL, id TEXT NOT NULL, code TEXT NOT NULL, size INTEGER NOT NULL,
  profile TEXT NOT NULL, PRIMARY KEY (run, position)
) STRICT;

-- listedAs is the kind while the version is the newest and no deletion. What a record is about is text: a record outlives it.
CREATE TABLE record (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, savedAt TEXT NOT NULL, subjects TEXT NOT NULL, document TEXT,
  listedAs TEXT, PRIMARY KEY (kind, id, version)
) STRICT;
CREATE INDEX recordListing ON record (listedAs, savedAt DESC, id);

CREATE TABLE recordSubject (
  subject TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (subject, kind, id, version)
) STRICT, WITHOUT ROWID;

-- The values of a table are a file beside the store, named by its hash.
CREATE TABLE inputOutputTable (hash TEXT PRIMARY KEY, importedAt TEXT NOT NULL, document TEXT NOT NULL) STRICT;
CREATE TABLE valueChainResult (
  "table" TEXT NOT NULL REFERENCES inputOutputTable, key TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY ("table", key)
) STRICT;
