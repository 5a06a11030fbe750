/** The graph's schema on one screen: every label, relationship type and property key that the statements use. */

export const LABELS = ['Organisation', 'Identifier', 'Network', 'DataSource', 'Import', 'Run', 'Result', 'Cluster', 'RunTable', 'Dataset', 'Revision', 'Deletion', 'Record', 'RecordSubject', 'InputOutputTable', 'ValueChainResult'] as const

/**
 * (:Organisation)-[:SUPPLIES|COLLABORATES|OWNS|LICENSES]->(:Organisation), (:Organisation)-[:MEMBER_OF]->(:Network),
 * (:Organisation)-[:IDENTIFIED_BY]->(:Identifier), (:Result)-[:RESULT_OF]->(:Run), (:Result)-[:DESCRIBES]->(:Organisation)
 * while that organisation exists, (:RunTable)-[:RESULT_OF]->(:Run), (:ValueChainResult)-[:RESULT_OF]->(:InputOutputTable), (:Cluster)-[:FOUND_BY]->(:Run),
 * (:Record)-[:ABOUT]->(:RecordSubject), which is what was named, whether or not an organisation or region of that key exists.
 */
export const RELATIONSHIP_TYPES = ['SUPPLIES', 'COLLABORATES', 'OWNS', 'LICENSES', 'MEMBER_OF', 'IDENTIFIED_BY', 'RESULT_OF', 'DESCRIBES', 'FOUND_BY', 'ABOUT'] as const

/** Property keys by the label or relationship type that carries them. A Result also carries one number for each measure of its run. */
export const PROPERTY_KEYS = {
  Organisation: ['id', 'name', 'nameKey', 'aliases', 'kind', 'sizeClass', 'country', 'regionCode', 'regionVintage', 'regionPrecision', 'city', 'latitude', 'longitude', 'coordinatesPrecision', 'sectors', 'domains', 'identifiers', 'website', 'source', 'updatedAt', 'changedIn'],
  Identifier: ['key'],
  links: ['id', 'weight', 'product', 'sector', 'from', 'to', 'evidence', 'confidence', 'dataSource', 'updatedAt', 'changedIn'],
  Network: ['id', 'kind', 'name', 'nameKey', 'title', 'programme', 'from', 'to', 'domains', 'membersTotal', 'externalKey', 'source', 'updatedAt', 'changedIn'],
  MEMBER_OF: ['id', 'role', 'contribution', 'from', 'to', 'source', 'updatedAt', 'changedIn'],
  DataSource: ['key', 'title', 'publisher', 'licence', 'attribution', 'retrieved', 'website', 'synthetic'],
  Import: ['id', 'status', 'startedAt', 'report'],
  Run: ['id', 'request', 'status', 'revision', 'softwareVersion', 'requestedAt', 'startedAt', 'finishedAt', 'durationMs', 'inputHash', 'metrics', 'measured', 'problem', 'scoreKeys'],
  Result: ['run', 'organisation', 'cluster', 'x', 'y'],
  Cluster: ['run', 'position', 'id', 'code', 'size', 'profile'],
  RunTable: ['run', 'name', 'content'],
  Dataset: ['id', 'revision', 'committedAt', 'schemaVersion', 'identity'],
  Revision: ['number', 'committedAt'],
  Deletion: ['revision', 'kind', 'id'],
  Record: ['kind', 'id', 'version', 'savedAt', 'subjects', 'document', 'listedAs'],
  RecordSubject: ['key'],
  InputOutputTable: ['hash', 'importedAt', 'document'],
  ValueChainResult: ['table', 'key', 'content']
} as const
