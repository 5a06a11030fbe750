/** Where a table of results opens: at the end that a reader looks for, which is the greatest value unless it is said here. */
import type { SortOrder } from '../../../services/contract/page.ts'

export interface Order { column: string, order: SortOrder }

/** By algorithm, of the values of organisations: another column than the first, or the least value first. */
const VALUES: Record<string, Order> = {
  brokerageRoles: { column: 'total', order: 'descending' },
  structuralHoles: { column: 'effectiveSize', order: 'descending' },
  partnerDiversity: { column: 'd1', order: 'descending' },
  termDiversity: { column: 'd1', order: 'descending' },
  soleSuppliers: { column: 'dependants', order: 'descending' },
  coMembershipBackbone: { column: 'keptPartners', order: 'descending' },
  disparityBackbone: { column: 'keptLinks', order: 'descending' },
  noiseCorrectedBackbone: { column: 'keptLinks', order: 'descending' },
  // Communities and components are numbered by size, the largest first.
  components: { column: 'component', order: 'ascending' },
  bipartiteCommunities: { column: 'community', order: 'ascending' }
}

/** By algorithm and table. The others stand as the measure lists them. */
const TABLES: Record<string, Order> = {
  'groupPairs.pairs': { column: 'lift', order: 'descending' },
  'communityQuality.groups': { column: 'conductance', order: 'descending' },
  'eiIndex.groups': { column: 'eiIndex', order: 'descending' },
  'inbreedingHomophily.groups': { column: 'homophily', order: 'descending' },
  'specialisation.specialisation': { column: 'shrunk', order: 'descending' },
  'relatedness.pairs': { column: 'proximity', order: 'descending' },
  'relatednessDensity.density': { column: 'density', order: 'descending' },
  'complementarity.pairs': { column: 'mean', order: 'descending' },
  'complementarity.terms': { column: 'added', order: 'descending' },
  'groupOverlap.pairs': { column: 'jaccard', order: 'descending' },
  'cutLinks.links': { column: 'targetLoses', order: 'descending' },
  'coMembership.pairs': { column: 'weight', order: 'descending' },
  'coMembershipBackbone.pairs': { column: 'sharedNetworks', order: 'descending' },
  'disparityBackbone.links': { column: 'alpha', order: 'ascending' },
  'noiseCorrectedBackbone.links': { column: 'score', order: 'descending' },
  'linkPredictionTrial.scores': { column: 'auc', order: 'descending' }
}

export const openingOfValues = (algorithm: string, columns: readonly string[]): Order | null => VALUES[algorithm] ?? (columns[0] === undefined ? null : { column: columns[0], order: 'descending' })
export const openingOfTable = (algorithm: string, table: string): Order | null => TABLES[`${algorithm}.${table}`] ?? null
