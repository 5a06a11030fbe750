/** From a partition to clusters: communities of five or more, profiled, named and tested. Pure: the same run gives the same clusters. */
import type { Cluster } from '../contract/cluster.ts'
import { CLUSTER_SIZE_MIN, EXPECTED_LINKS_MIN } from '../contract/cluster.ts'
import { countryPairs, crossBorder } from '../analysis/borders/cross-border.ts'
import type { Coded, Projection } from '../snapshot/snapshot.ts'
import { buildClusterGraph } from './cluster-graph.ts'
import type { ClusterGraph } from './cluster-graph.ts'
import type { ClusterInput } from './cluster-input.ts'
import { listBridges } from './list-bridges.ts'
import { nameAfterMember, nameClusters } from './name-clusters.ts'
import { specialisations } from './specialisation.ts'
import { hillNumber } from '../analysis/statistics/diversity.ts'
import { tally } from './tally.ts'
import { testCluster } from './test-cluster.ts'

/** Sectors listed for a cluster: the surest; whole lists would fill pages with chance. */
const SECTORS_LISTED_MAX = 30
/** Share of the members that one network joins from which a cluster counts as one consortium. */
const SINGLE_NETWORK_SHARE = 0.9

/** Index of the cluster of each node, -1: isolate, or in a community below CLUSTER_SIZE_MIN. Communities are numbered by size, so clusters come first. */
export function clusterMembers (community: Int32Array): { clusterOf: Int32Array, members: number[][] } {
  const all: number[][] = []
  community.forEach((c, i) => { (all[c] ??= []).push(i) })
  const members = all.filter(list => list.length >= CLUSTER_SIZE_MIN)
  return { clusterOf: community.map(c => c < members.length ? c : -1), members }
}

/** Clusters C1, C2, ... by size. Positions are left at 0: layout/ places them. */
export function buildClusters (input: ClusterInput): Cluster[] {
  const { run, snapshot, projection, community, thematicDomains } = input
  const { clusterOf, members } = clusterMembers(community)
  const graph = buildClusterGraph(snapshot, projection, clusterOf, members.length, input.projectionOptions)
  const domains = specialisations(snapshot, snapshot.domains, members)
  const sectors = specialisations(snapshot, snapshot.sectors, members)
  const isThematic = (domain: string): boolean => thematicDomains.has(domain)
  const { names: memberNames } = snapshot
  const { strength } = input.scores
  const names = memberNames === undefined
    ? nameClusters(members.map((list, c) => ({ domains: domains[c], sectors: sectors[c], place: placeOfStrongest(snapshot.city, strength, list) })), isThematic)
    : members.map((list, c) => nameAfterMember(sectors[c], memberNames[strongestOf(strength, list)]))
  const code = (c: number): string => `C${c + 1}`

  return members.map((list, c): Cluster => {
    const inside = insideMask(snapshot.ids.length, list)
    const border = crossBorder(projection.graph, snapshot.country.codes, snapshot.country.values.length, inside)
    const countries = tally(snapshot.country, list)
    const effectiveCountries = hillNumber(countries.map(({ count }) => count))
    return {
      id: `${run}-${code(c).toLowerCase()}`,
      run,
      code: code(c),
      community: c,
      name: names[c],
      size: list.length,
      links: graph.inside[c].links,
      weightInside: graph.inside[c].weight,
      weightOutside: graph.outsideWeight[c],
      sharedNetworks: graph.inside[c].sharedNetworks,
      singleNetwork: graph.largestNetwork[c] >= SINGLE_NETWORK_SHARE * list.length,
      countries,
      effectiveCountries,
      regions: tally(snapshot.region, list),
      kinds: tally(snapshot.kind, list) as Cluster['kinds'],
      domains: domains[c],
      sectors: sectors[c].filter(term => term.members > 0).slice(0, SECTORS_LISTED_MAX),
      crossBorderShare: border.share,
      crossBorderShareExpected: border.expected,
      crossBorderRatio: border.ratio,
      eiIndex: border.eiIndex,
      countryPairs: describePairs(projection, snapshot.country, inside),
      stability: measured(input.stability[c]),
      stabilityWithLinksDropped: measured(input.stabilityWithLinksDropped[c]),
      ...testCluster({ size: list.length, effectiveCountries, stability: measured(input.stability[c]), domains: memberNames === undefined ? domains[c] : null, isThematic }),
      bridges: listBridges(input, clusterOf, list, code),
      neighbours: describeNeighbours(graph, c, code),
      x: 0,
      y: 0
    }
  })
}

const measured = (value: number): number | null => Number.isNaN(value) ? null : value

function insideMask (n: number, members: number[]): Uint8Array {
  const inside = new Uint8Array(n)
  for (const i of members) inside[i] = 1
  return inside
}

function placeOfStrongest (city: Coded, strength: Float64Array, members: number[]): string | null {
  const placed = members.filter(i => city.codes[i] >= 0)
  if (placed.length === 0) return null
  return city.values[city.codes[strongestOf(strength, placed)]]
}

const strongestOf = (strength: Float64Array, members: number[]): number => members.reduce((best, i) => strength[i] > strength[best] ? i : best)

const describePairs = (projection: Projection, country: Coded, inside: Uint8Array): Cluster['countryPairs'] =>
  countryPairs(projection.graph, country.codes, country.values.length, inside).map(({ a, b, observed, expected }) => ({
    a: country.values[a], b: country.values[b], observed, expected, ratio: expected < EXPECTED_LINKS_MIN ? null : observed / expected
  }))

const describeNeighbours = (graph: ClusterGraph, c: number, code: (c: number) => string): Cluster['neighbours'] =>
  [...graph.ties[c]].filter(([, tie]) => tie.links > 0).map(([other, tie]) => ({
    cluster: code(other), weight: tie.weight, links: tie.links, sharedNetworks: tie.sharedNetworks, crossBorderShare: tie.weight === 0 ? 0 : tie.crossing / tie.weight
  })).sort((a, b) => b.weight - a.weight || (a.cluster < b.cluster ? -1 : 1))
