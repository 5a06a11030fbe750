/** The network of clusters: weight, links and shared networks between each two, and within each. */
import type { ProjectionOptions } from '../contract/run.ts'
import { isProjected } from '../snapshot/project.ts'
import type { Projection, Snapshot } from '../snapshot/snapshot.ts'

export interface ClusterTie { weight: number, links: number, crossing: number, sharedNetworks: number }

export interface ClusterGraph {
  /** Weight and links whose ends are both in the cluster. */
  inside: ClusterTie[]
  /** Weight from a cluster to organisations outside it, those in no cluster included. */
  outsideWeight: Float64Array
  /** ties[a].get(b), both ways round. */
  ties: Array<Map<number, ClusterTie>>
  /** Members of the largest single network in each cluster. */
  largestNetwork: Int32Array
}

const newTie = (): ClusterTie => ({ weight: 0, links: 0, crossing: 0, sharedNetworks: 0 })

/** `clusterOf`: cluster of each node, -1 for none. Networks that the projection did not turn into links are left out here too. */
export function buildClusterGraph (snapshot: Snapshot, projection: Projection, clusterOf: Int32Array, count: number, options: ProjectionOptions): ClusterGraph {
  const graph: ClusterGraph = {
    inside: Array.from({ length: count }, newTie), outsideWeight: new Float64Array(count), ties: Array.from({ length: count }, () => new Map()), largestNetwork: new Int32Array(count)
  }
  const tie = (a: number, b: number): ClusterTie => {
    if (a === b) return graph.inside[a]
    const known = graph.ties[a].get(b)
    if (known !== undefined) return known
    const made = newTie()
    graph.ties[a].set(b, made)
    graph.ties[b].set(a, made)
    return made
  }
  const { n, offsets, targets, weights } = projection.graph
  for (let i = 0; i < n; i++) {
    const a = clusterOf[i]
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
      const b = clusterOf[targets[slot]]
      if (a >= 0 && a !== b) graph.outsideWeight[a] += weights[slot]
      if (a < 0 || b < 0 || targets[slot] < i) continue
      const between = tie(a, b)
      between.weight += weights[slot]
      between.links++
      if (snapshot.country.codes[i] !== snapshot.country.codes[targets[slot]]) between.crossing += weights[slot]
    }
  }
  const { networks, offsets: starts, members } = snapshot.incidence
  for (let k = 0; k < networks.length; k++) {
    if (!isProjected(snapshot, k, options)) continue
    const counts = new Map<number, number>()
    for (let at = starts[k]; at < starts[k + 1]; at++) {
      const c = clusterOf[members[at]]
      if (c >= 0) counts.set(c, (counts.get(c) ?? 0) + 1)
    }
    const here = [...counts.keys()]
    here.forEach((a, i) => {
      const size = counts.get(a) as number
      graph.largestNetwork[a] = Math.max(graph.largestNetwork[a], size)
      if (size > 1) graph.inside[a].sharedNetworks++
      for (const b of here.slice(i + 1)) tie(a, b).sharedNetworks++
    })
  }
  return graph
}
