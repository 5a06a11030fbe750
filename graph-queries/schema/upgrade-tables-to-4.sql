-- A file of schema 3 brought to schema 4: input-output tables, and what was measured on them.
CREATE TABLE inputOutputTable (hash TEXT PRIMARY KEY, importedAt TEXT NOT NULL, document TEXT NOT NULL) STRICT;
CREATE TABLE valueChainResult (
  "table" TEXT NOT NULL REFERENCES inputOutputTable, key TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY ("table", key)
) STRICT;
