// name: get-revision
// mode: read
// rows: one
// The last committed revision.
MATCH (d:Dataset {id: 'dataset'})
RETURN d.revision AS number, d.committedAt AS committedAt, d.identity AS dataset
