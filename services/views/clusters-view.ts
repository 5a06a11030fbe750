/** The start view: clusters as nodes, the links between them as edges. */
import type { ClusterNode, ClustersView, GraphViewQuery, ViewEdge } from '../contract/graph-view.ts'
import type { DataSource } from '../contract/network.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { listCounts } from './facets.ts'
import type { Mask } from './select.ts'
import { countMask, selectOrganisations } from './select.ts'
import { layerNames } from './view-edges.ts'
import { isProjected } from '../snapshot/project.ts'
import { runHeader } from './view-parts.ts'

/**
 * Clusters with at least one organisation that passes the filter. Sizes, countries and links are those of the passing organisations;
 * share across a border, expectation, stability and verdict stay the whole cluster's, as they were tested. Weight of an edge: summed
 * weight of the links between the two clusters; strongest first. `weightMin` leaves out weaker edges between clusters.
 */
export function buildClustersView (loaded: LoadedRun, query: GraphViewQuery, sources: readonly DataSource[]): ClustersView {
  const passing = selectOrganisations(loaded.snapshot, query)
  const nodes = clusterNodes(loaded, passing)
  const edges = clusterEdges(loaded, passing).filter(edge => edge.weight >= (query.weightMin ?? 0))
  const shown = edges.slice(0, query.edgesMax)
  return {
    ...runHeader(loaded, sources),
    level: 'clusters',
    counts: {
      organisationsShown: nodes.reduce((sum, node) => sum + node.size, 0),
      organisationsPassing: countMask(passing),
      organisationsTotal: passing.length,
      isolates: countIsolates(loaded, passing),
      clusters: nodes.length,
      smallerGroups: countSmallerGroups(loaded, passing),
      edgesShown: shown.length,
      edgesTotal: edges.length
    },
    nodes,
    edges: shown
  }
}

/** Passing organisations without a link in the whole network. */
export function countIsolates ({ projection: { graph } }: LoadedRun, mask: Mask): number {
  let count = 0
  for (let i = 0; i < graph.n; i++) if (mask[i] === 1 && graph.offsets[i] === graph.offsets[i + 1]) count++
  return count
}

/** Communities of two or more that are no cluster and have at least one passing member. */
export function countSmallerGroups ({ projection: { graph }, community, clusterOf }: LoadedRun, mask: Mask): number {
  const groups = new Set<number>()
  for (let i = 0; i < graph.n; i++) if (mask[i] === 1 && clusterOf[i] < 0 && graph.offsets[i] < graph.offsets[i + 1]) groups.add(community[i])
  return groups.size
}

function clusterNodes ({ clusters, clusterOf, snapshot: { country } }: LoadedRun, mask: Mask): ClusterNode[] {
  const counts = clusters.map(() => new Int32Array(country.values.length))
  const sizes = new Int32Array(clusters.length)
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0 || clusterOf[i] < 0) continue
    sizes[clusterOf[i]]++
    if (country.codes[i] >= 0) counts[clusterOf[i]][country.codes[i]]++
  }
  return clusters.flatMap(({ code, x, y, size, crossBorderShare, crossBorderShareExpected, stability, verdict }, k) => sizes[k] === 0
    ? []
    : [{
        id: code, x, y, size: sizes[k], sizeTotal: size,
        countries: listCounts(country.values, counts[k]).filter(({ count }) => count > 0),
        crossBorderShare, crossBorderShareExpected, stability, verdict
      }])
}

interface Between { a: number, b: number, weight: number, weightAcross: number, links: number, layers: number }

function clusterEdges (loaded: LoadedRun, mask: Mask): ViewEdge[] {
  const { clusters, clusterOf, projection: { graph, layerBits }, snapshot: { country } } = loaded
  const pairs = new Map<number, Between>()
  for (let i = 0; i < graph.n; i++) {
    if (mask[i] === 0 || clusterOf[i] < 0) continue
    for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) {
      const j = graph.targets[slot]
      if (j < i || mask[j] === 0 || clusterOf[j] < 0 || clusterOf[i] === clusterOf[j]) continue
      const pair = pairOf(pairs, clusters.length, clusterOf[i], clusterOf[j])
      const weight = graph.weights[slot]
      pair.weight += weight
      if (country.codes[i] !== country.codes[j]) pair.weightAcross += weight
      pair.links++
      pair.layers |= layerBits[slot]
    }
  }
  const shared = countSharedNetworks(loaded, mask)
  return [...pairs].sort(([, p], [, q]) => q.weight - p.weight || p.a - q.a || p.b - q.b).map(([key, { a, b, weight, weightAcross, links, layers }]) => ({
    source: clusters[a].code, target: clusters[b].code, weight, links,
    crossBorderShare: weightAcross / weight, sharedNetworks: shared.get(key) ?? 0, layers: layerNames(layers), directed: false
  }))
}

function pairOf (pairs: Map<number, Between>, size: number, k: number, l: number): Between {
  const a = Math.min(k, l)
  const b = Math.max(k, l)
  let pair = pairs.get(a * size + b)
  if (pair === undefined) pairs.set(a * size + b, pair = { a, b, weight: 0, weightAcross: 0, links: 0, layers: 0 })
  return pair
}

/** For each pair of clusters, the different networks with a passing member in both, among those the run turned into links. */
function countSharedNetworks ({ clusters, clusterOf, run, snapshot }: LoadedRun, mask: Mask): Map<number, number> {
  const counts = new Map<number, number>()
  const { incidence } = snapshot
  for (let network = 0; network < incidence.networks.length; network++) {
    if (!isProjected(snapshot, network, run.request.projection)) continue
    const members = incidence.members.subarray(incidence.offsets[network], incidence.offsets[network + 1])
    const present = [...new Set(Array.from(members.filter(i => mask[i] === 1 && clusterOf[i] >= 0), i => clusterOf[i]))].sort((a, b) => a - b)
    for (let p = 0; p < present.length; p++) {
      for (let q = p + 1; q < present.length; q++) {
        const key = present[p] * clusters.length + present[q]
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  return counts
}
