// name: count-connections
// mode: read
// rows: many
// How many links of each kind, and memberships (MEMBER_OF), each source gave.
MATCH ()-[r:SUPPLIES|COLLABORATES|OWNS|LICENSES|MEMBER_OF]->()
RETURN coalesce(r.dataSource, r.source) AS source, type(r) AS kind, count(*) AS n
ORDER BY n DESC, source, kind
