// name: list-sources
// mode: read
// rows: many
// All data sources by key.
MATCH (d:DataSource)
RETURN
  d.key AS key, d.title AS title, d.publisher AS publisher, d.licence AS licence, d.attribution AS attribution,
  d.retrieved AS retrieved, d.website AS website, d.synthetic AS synthetic
ORDER BY key
