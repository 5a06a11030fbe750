// name: find-revision
// mode: read
// rows: maybe
// When a revision was committed, where this is known.
MATCH (r:Revision {number: $number})
USING INDEX SEEK r:Revision(number)
RETURN r.committedAt AS committedAt
