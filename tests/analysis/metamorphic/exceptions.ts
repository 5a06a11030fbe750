/** What is not the same when a network is written differently: values with what they should be instead, or the reason why nothing is said of them. */
export interface Change { n: number, after: (key: string) => number }
export type Rule = string | ((value: number, change: Change) => number)
/** By measure: a reason for all its values, or rules by the beginning of a value's name. */
export type Exceptions = Record<string, string | Record<string, Rule>>

const LOTS = 'the same seed draws other lots'
const ONE_DIRECTION = 'of one direction of links'
const PICTURE = 'a picture of the whole network'
const ALL_COUNT = 'all organisations are the background, those without links too'
const AROUND = 'counts the whole network'
const plusOne: Rule = value => value + 1
const half: Rule = value => value / 2
const asLong: Rule = value => value / Math.SQRT2
const VOLUMES = 'volumes are stated beside the figures'

/** Of a measure of lots: labels of communities of small networks would mostly be equal, but nothing promises it. */
const SEARCHES = Object.fromEntries(['leiden', 'louvain', 'graphologyLouvain', 'labelPropagation', 'resolutionScan', 'modularityAboveChance', 'betweennessSampled', 'coMembershipBackbone', 'bipartiteCommunities', 'linkPredictionTrial', 'forceLayout'].map(name => [name, LOTS]))

export const RELABELLED: Exceptions = { ...SEARCHES, removalCurve: 'of two equal ones the smaller id leaves first' }

/** Weights times a power of two, which rounds nothing. */
export const scaledBy = (factor: number): Exceptions => ({
  strength: { 'nodes.strength': value => factor * value },
  brokerageRoles: Object.fromEntries(['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'].map(role => [`nodes.${role}Weighted`, value => factor * value])),
  communityQuality: { 'tables.groups': VOLUMES }, eiIndex: { 'tables.groups': VOLUMES }, cutLinks: { 'tables.links': VOLUMES }, disparityBackbone: { 'tables.links': VOLUMES },
  noiseCorrectedBackbone: 'a weight is a number of observations there', forceLayout: 'heavier links pull more'
})

export const WITH_ISOLATE: Exceptions = {
  ...SEARCHES, forceLayout: PICTURE, partnerScore: 'everybody is a candidate', removalCurve: AROUND,
  betweenness: { 'nodes.betweenness': (value, { n }) => value * (n - 2) / n }, harmonicCloseness: { nodes: (value, { n }) => value * (n - 1) / n }, closeness: { nodes: (value, { n }) => value * (n - 1) / n },
  pagerank: { nodes: (value, { after }) => value * (1 - after('nodes.pagerank isolate')) }, katz: 'its length is 1 with that of the isolate',
  components: { 'metrics.components': plusOne },
  brokerageRoles: Object.fromEntries(['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'].flatMap(role => ['Expected', 'Deviation', 'Z'].map(suffix => [`nodes.${role}${suffix}`, 'groups are dealt out to one more']))),
  everettValente: 'each of the others counts in its formula', inbreedingHomophily: ALL_COUNT, specialisation: ALL_COUNT
}

export const TURNED: Exceptions = {
  ...SEARCHES, degree: ONE_DIRECTION, strength: ONE_DIRECTION, pagerank: ONE_DIRECTION, harmonicCloseness: ONE_DIRECTION, closeness: ONE_DIRECTION, eigenvector: ONE_DIRECTION, katz: ONE_DIRECTION,
  supplierConcentration: ONE_DIRECTION, soleSuppliers: ONE_DIRECTION, debtRank: ONE_DIRECTION, inbreedingHomophily: ONE_DIRECTION
}

/** Where a value is found in the network turned round. */
export const TURNED_NAMES: Array<[RegExp, string, string]> = [
  [/^nodes\.(representative|gatekeeper)(?=\w* )/, 'nodes.representative', 'nodes.gatekeeper'], [/^nodes\.(in|out)(?= )/, 'nodes.in', 'nodes.out'], [/^nodes\.(hub|authority)(?= )/, 'nodes.hub', 'nodes.authority']
]

const TWICE_THE_ROWS = { tables: 'rows of both copies', metrics: AROUND }
export const COPIED: Exceptions = {
  geographicLayout: 'two of one place stand around it',
  ...SEARCHES, forceLayout: PICTURE, removalCurve: AROUND, partnerScore: 'everybody is a candidate', specialisation: AROUND,
  betweenness: { 'nodes.betweenness': (value, { n }) => value * (n - 1) * (n - 2) / ((2 * n - 1) * (2 * n - 2)) }, crossBorderBetweenness: 'a share of all pairs of different groups', bridgeScore: { 'nodes.crossBorderBetweenness': 'a share of all pairs of different groups', 'nodes.bridgeScore': 'made of places among all' },
  harmonicCloseness: { nodes: (value, { n }) => value * (n - 1) / (2 * n - 1) }, closeness: { nodes: (value, { n }) => value * (n - 1) / (2 * n - 1) },
  pagerank: { nodes: half }, hits: { nodes: half }, debtRank: { nodes: half }, eigenvector: { nodes: asLong }, katz: { nodes: asLong },
  brokerageRoles: Object.fromEntries(['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'].flatMap(role => ['Expected', 'Deviation', 'Z'].map(suffix => [`nodes.${role}${suffix}`, 'groups are dealt out among both copies']))),
  everettValente: 'each of the others counts in its formula', groupRoles: { 'nodes.hubPossible': 'groups are twice as large', 'tables.roles': 'rows of both copies' },
  coMembership: TWICE_THE_ROWS, cutLinks: TWICE_THE_ROWS, disparityBackbone: TWICE_THE_ROWS, noiseCorrectedBackbone: { ...TWICE_THE_ROWS, 'nodes.keptLinks': 'expected from the volume of the whole network' }, linkPrediction: TWICE_THE_ROWS, soleSuppliers: TWICE_THE_ROWS,
  components: { 'metrics.components': value => 2 * value }, bipartiteModularity: { tables: 'rows of both copies' },
  communityQuality: { 'tables.groups': 'groups are twice as large' }, eiIndex: { 'tables.groups': 'groups are twice as large' }, groupPairs: { 'tables.pairs': 'groups are twice as large' }, inbreedingHomophily: { 'tables.groups': 'groups are twice as large' }
}
