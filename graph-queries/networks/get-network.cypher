// name: get-network
// mode: read
// rows: maybe
// One network.
MATCH (n:Network {id: $id})
USING INDEX SEEK n:Network(id)
RETURN
  n.id AS id, n.kind AS kind, n.name AS name, n.title AS title, n.programme AS programme, n.from AS from, n.to AS to,
  n.domains AS domains, n.membersTotal AS membersTotal, n.externalKey AS externalKey, n.source AS source,
  n.updatedAt AS updatedAt
