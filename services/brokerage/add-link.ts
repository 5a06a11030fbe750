/**
 * What one link more would change: the same measures on the network as it is and on the network with the link.
 *
 * Of each of the two: on how many links it is from the other's circle on average (the members of the other's cluster; where it is in none, the other and its partners; itself
 * left out), counted over those it can reach; how many it can reach of them; how many organisations are within two links; the share of its work that crosses a border; and of its cluster the
 * share across a border of the work inside, internal density and conductance (analysis/communities/community-quality.ts).
 * Of the whole: the share across a border, the modularity of the communities as they are, and the number of connected parts, those of one included.
 * Nothing is estimated and nobody moves to another community. Undirected; O(m) for each measure. Not defined is NaN or null.
 * Tested by hand, and against the same measures taken the slow way on random networks.
 */
import { crossBorder, crossBorderShares } from '../analysis/borders/cross-border.ts'
import { communityQuality } from '../analysis/communities/community-quality.ts'
import { components } from '../analysis/communities/components.ts'
import { statedModularity } from '../analysis/communities/quality.ts'
import type { SearchOptions } from '../analysis/communities/search.ts'
import { slotOf } from '../snapshot/slot-of.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { stepsFrom } from './steps-from.ts'

export interface LinkedNetwork {
  graph: Csr
  /** -1: not stated, a country of its own. */
  countries: Int32Array
  countryCount: number
  /** Community of every node, and cluster, -1 for none. */
  community: Int32Array
  clusterOf: Int32Array
  clusterCount: number
  options: Partial<Pick<SearchOptions, 'quality' | 'resolution'>>
}

export interface SideFigures {
  meanSteps: number
  reached: number
  /** Members of the other's circle. */
  circle: number
  withinTwo: number
  crossBorderShare: number
  /** Null where it is in no cluster. */
  cluster: { crossBorderShare: number | null, internalDensity: number, conductance: number } | null
}

/** `steps`: links between the two, -1 where there is no way. */
export interface NetworkFigures { steps: number, sides: [SideFigures, SideFigures], crossBorderShare: number | null, modularity: number | null, components: number }

/** Before and after a link of this weight between two organisations that have none. */
export function effectOfLink (network: LinkedNetwork, [a, b]: readonly [number, number], weight: number): { before: NetworkFigures, after: NetworkFigures } {
  const circles = [circleOf(network, b, a), circleOf(network, a, b)] as const
  const figures = (graph: Csr): NetworkFigures => figuresOf({ ...network, graph }, [a, b], circles)
  return { before: figures(network.graph), after: figures(withLink(network.graph, a, b, weight)) }
}

/** Whether two nodes are linked. */
export const areLinked = (graph: Csr, a: number, b: number): boolean => slotOf(graph, a, b) >= 0

/** Those around `v` that `asking` would come nearer to. */
function circleOf ({ graph: { n, offsets, targets }, clusterOf }: LinkedNetwork, v: number, asking: number): number[] {
  const circle = clusterOf[v] >= 0
    ? Array.from({ length: n }, (_, w) => w).filter(w => clusterOf[w] === clusterOf[v])
    : [v, ...targets.subarray(offsets[v], offsets[v + 1])]
  return circle.filter(w => w !== asking)
}

function figuresOf (network: LinkedNetwork, ends: readonly [number, number], circles: readonly [number[], number[]]): NetworkFigures {
  const { graph, countries, countryCount, community, clusterOf, clusterCount, options } = network
  const shares = crossBorderShares(graph, countries)
  const quality = communityQuality(graph, clusterOf, clusterCount)
  const distances = ends.map(end => stepsFrom(graph, end).steps)
  const side = (which: 0 | 1): SideFigures => {
    const steps = distances[which]
    const end = ends[which]
    const cluster = clusterOf[end]
    const reached = circles[which].filter(v => steps[v] >= 0)
    return {
      meanSteps: reached.length === 0 ? NaN : reached.reduce((sum, v) => sum + steps[v], 0) / reached.length,
      reached: reached.length,
      circle: circles[which].length,
      withinTwo: steps.reduce((count, step) => count + Number(step === 1 || step === 2), 0),
      crossBorderShare: shares[end],
      cluster: cluster < 0
        ? null
        : {
            crossBorderShare: crossBorder(graph, countries, countryCount, Uint8Array.from(clusterOf, c => Number(c === cluster))).share,
            internalDensity: quality.internalDensity[cluster],
            conductance: quality.conductance[cluster]
          }
    }
  }
  return {
    steps: distances[0][ends[1]], sides: [side(0), side(1)], crossBorderShare: crossBorder(graph, countries, countryCount).share,
    modularity: statedModularity(graph, community, options), components: components(graph).count
  }
}

function withLink ({ n, m, offsets, targets, weights }: Csr, a: number, b: number, weight: number): Csr {
  const longer = { targets: new Int32Array(targets.length + 2), weights: new Float64Array(weights.length + 2) }
  const starts = new Int32Array(n + 1)
  let at = 0
  const put = (target: number, value: number): void => {
    longer.targets[at] = target
    longer.weights[at++] = value
  }
  for (let v = 0; v < n; v++) {
    let added = v === a ? b : v === b ? a : -1
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (added >= 0 && targets[slot] > added) {
        put(added, weight)
        added = -1
      }
      put(targets[slot], weights[slot])
    }
    if (added >= 0) put(added, weight)
    starts[v + 1] = at
  }
  return { directed: false, n, m: m + 1, offsets: starts, ...longer }
}
