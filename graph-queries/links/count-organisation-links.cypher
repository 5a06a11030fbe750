// name: count-organisation-links
// mode: read
// rows: one
// How many links there are at one organisation.
MATCH (o:Organisation {id: $organisation})-[l:SUPPLIES|COLLABORATES|OWNS|LICENSES]-()
USING INDEX SEEK o:Organisation(id)
WITH DISTINCT l, startNode(l) AS s, endNode(l) AS t
WHERE ($kind IS NULL OR type(l) = $kind) AND ($source IS NULL OR s.id = $source) AND ($target IS NULL OR t.id = $target)
RETURN count(*) AS n
