// name: find-external-keys
// mode: read
// rows: many
// Network ids by the key of the source; of networks that share one, the first by id.
UNWIND $keys AS wanted
MATCH (n:Network {externalKey: wanted})
USING INDEX SEEK n:Network(externalKey)
RETURN n.externalKey AS key, min(n.id) AS id
