// name: count-links
// mode: read
// rows: one
// How many links of a kind, or of every kind, there are.
MATCH (:Organisation)-[l:SUPPLIES|COLLABORATES|OWNS|LICENSES]->(:Organisation)
WHERE $kind IS NULL OR type(l) = $kind
RETURN count(*) AS n
