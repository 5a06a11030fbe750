// name: find-networks
// mode: read
// rows: many
// Which of these ids are networks.
UNWIND $ids AS wanted
MATCH (n:Network {id: wanted})
RETURN n.id AS id
