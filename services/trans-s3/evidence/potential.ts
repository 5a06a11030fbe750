/**
 * Internationalisation potential: of each domain and each cluster, how far the work of the group's organisations crosses borders, with how many countries, how steady it is, and where their countries stand in
 * value chains; a composite of these with the group's own weights, and how far its ranks hang on them.
 *
 * crossBorderRatio, eiIndex, partnerDiversity: work-abroad.ts. steadiness of a domain: mean steadiness (Hennig) of the clusters that its organisations are in, each organisation once; of a cluster its own.
 * valueChainPosition: part of exports that crosses more than one border (Borin & Mancini), mean over the organisations of what their countries have: it tells what their countries are like, not what they do.
 * Domains and clusters are ranked apart. Those with fewer than POTENTIAL_MEMBERS_MIN organisations in the group are told without figures.
 */
import type { Random } from '../../analysis/random.ts'
import { CLUSTER_SIZE_MIN } from '../../contract/cluster.ts'
import { POTENTIAL_MEASURES } from '../../contract/workspace-items.ts'
import type { PotentialMeasure, PotentialWeights } from '../../contract/workspace-items.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { Group } from '../choose-regions.ts'
import { itemsOf } from '../workspace-state.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import { rankComposite } from './rank-composite.ts'
import type { Ranked } from './rank-composite.ts'
import { openWork } from './work-abroad.ts'
import type { WorkAbroad } from './work-abroad.ts'

/** Figures of fewer organisations are figures of organisations: as many as make a cluster. */
export const POTENTIAL_MEMBERS_MIN = CLUSTER_SIZE_MIN

export interface Potential extends Ranked<PotentialMeasure> {
  /** Code of the domain, or of the cluster, such as C3. */
  of: string
  /** Organisations of the group. */
  members: number
  /** Of a domain: a priority of the group that is final, or was before, names it. */
  inPriorities: boolean
  measures: Record<PotentialMeasure, number | null>
  /** null: too few. */
  work: WorkAbroad | null
}

export interface PotentialTable { counted: PotentialMeasure[], missing: PotentialMeasure[], /** Best first, then those not ranked. */ rows: Potential[] }
export interface PotentialEvidence { weights: PotentialWeights, domains: PotentialTable, clusters: PotentialTable }

export interface PotentialInput {
  loaded: LoadedRun
  group: Pick<Group, 'members'>
  weights: PotentialWeights
  /** Domains that priorities of the group name (domainsOfPriorities). */
  inPriorities: ReadonlySet<string>
  /** Part of exports that crosses more than one border by country, ISO 3166-1 alpha-2; a country that is not there, or null: not known. */
  gvcOf: ReadonlyMap<string, number | null>
}

/** Domains of priorities that have been verified or got further. */
export const domainsOfPriorities = (state: Pick<WorkspaceState, 'items'>): Set<string> =>
  new Set(itemsOf(state, 'priority').filter(({ content }) => !['proposed', 'initial', 'dropped'].includes(content.state)).flatMap(({ content }) => [...content.themes, ...content.knowledge]))

export function assessPotential ({ loaded, group, weights, inPriorities, gvcOf }: PotentialInput, random: Random): PotentialEvidence {
  const { snapshot: { country, domains }, projection: { graph }, clusters, clusterOf } = loaded
  const workOf = openWork(graph, country)
  const ofDomain = domains.values.map((): number[] => [])
  const ofCluster = clusters.map((): number[] => [])
  for (const i of group.members) {
    for (let at = domains.offsets[i]; at < domains.offsets[i + 1]; at++) ofDomain[domains.codes[at]].push(i)
    if (clusterOf[i] >= 0) ofCluster[clusterOf[i]].push(i)
  }
  const unknown = [...inPriorities].filter(domain => !domains.values.includes(domain))
  return {
    weights,
    domains: rank([...domains.values.map((of, d) => ({ of, nodes: ofDomain[d] })), ...unknown.map(of => ({ of, nodes: [] }))].filter(({ of, nodes }) => nodes.length >= POTENTIAL_MEMBERS_MIN || inPriorities.has(of))),
    clusters: rank(clusters.map(({ code }, c) => ({ of: code, nodes: ofCluster[c] })).filter(({ nodes }) => nodes.length >= POTENTIAL_MEMBERS_MIN))
  }

  function rank (compared: Array<{ of: string, nodes: number[] }>): PotentialTable {
    const measured = compared.map(({ of, nodes }) => {
      const work = nodes.length < POTENTIAL_MEMBERS_MIN ? null : workOf(nodes)
      return { of, members: nodes.length, inPriorities: inPriorities.has(of), work, measures: work === null ? nothing() : measuresOf(work, nodes) }
    })
    const { counted, missing, rows } = rankComposite(measured.map(({ measures }) => measures), weights, random)
    const sorted = measured.map((each, i) => ({ ...each, ...rows[i] })).sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.members - a.members || (a.of < b.of ? -1 : 1))
    return { counted, missing, rows: sorted }
  }

  function measuresOf (work: WorkAbroad, nodes: readonly number[]): Potential['measures'] {
    return {
      crossBorderRatio: work.ratio, partnerDiversity: work.partnerDiversity, eiIndex: work.eiIndex,
      steadiness: meanOf(nodes.map(i => clusterOf[i] < 0 ? null : clusters[clusterOf[i]].stability)),
      valueChainPosition: meanOf(nodes.map(i => country.codes[i] < 0 ? null : gvcOf.get(country.values[country.codes[i]]) ?? null))
    }
  }
}

const nothing = (): Potential['measures'] => Object.fromEntries(POTENTIAL_MEASURES.map(measure => [measure, null])) as Potential['measures']

/** Of those that are known; null: none is. */
function meanOf (values: ReadonlyArray<number | null>): number | null {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
