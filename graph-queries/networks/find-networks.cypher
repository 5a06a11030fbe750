// name: find-networks
// mode: read
// rows: many
// Which of these ids are networks.
UNWIND $ids AS wanted
MATCH (n:Network {id: wanted})
USING INDEX SEEK n:Network(id)
RETURN n.id AS id
